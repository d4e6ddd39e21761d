interface Meaning {
  code: string
  pattern: RegExp
  message: string
}

// Programs and base images read these names without being told to. Sources: ld.so(8), environ(7), bash(1), and each
// runtime's own list of environment variables. Case counts, except for proxies, which curl wants in lower case.
const meanings: Meaning[] = [
  {
    code: 'changes-process',
    pattern: /^(?:LD_\w+|DYLD_\w+|GLIBC_TUNABLES|GCONV_PATH|MALLOC_\w+|HOSTALIASES|RES_OPTIONS)$/,
    message:
      'The dynamic loader and the C library read this name, so it can change what is loaded into every process.',
  },
  {
    code: 'changes-process',
    pattern:
      /^(?:PATH|HOME|SHELL|USER|LOGNAME|PWD|OLDPWD|HOSTNAME|TERM|TMPDIR|TMP|TEMP|TZ|TZDIR|LANG|LANGUAGE|LC_[A-Z]+|LOCPATH|XDG_\w+)$/,
    message:
      'The system sets this name itself, so an alias changes where every process finds programs, files or its language.',
  },
  {
    code: 'changes-process',
    pattern:
      /^(?:IFS|ENV|BASH_ENV|BASHOPTS|SHELLOPTS|CDPATH|GLOBIGNORE|PS[0-4]|PROMPT_COMMAND|ZDOTDIR)$/,
    message: 'Shells read this name when they start, so it can change how every script runs.',
  },
  {
    code: 'changes-process',
    pattern:
      /^(?:NODE_(?:OPTIONS|PATH|ENV|EXTRA_CA_CERTS|TLS_REJECT_UNAUTHORIZED|V8_COVERAGE|REPL_\w+|DEBUG|PENDING_DEPRECATION)|UV_THREADPOOL_SIZE|(?:NPM_CONFIG|npm_config)_\w+|BUN_OPTIONS|DENO_\w+)$/,
    message: 'Node.js and its tools read this name, so it can change how they start.',
  },
  {
    code: 'changes-process',
    pattern: /^(?:PYTHON[A-Z0-9]+|VIRTUAL_ENV|PIP_\w+|CONDA_PREFIX)$/,
    message: 'Python reads this name, so it can change which code it starts with.',
  },
  {
    code: 'changes-process',
    pattern:
      /^(?:_?JAVA_(?:TOOL_)?OPTIONS|JDK_JAVA_OPTIONS|JAVA_OPTS|JAVA_HOME|CLASSPATH|(?:MAVEN|GRADLE|CATALINA|SBT)_OPTS)$/,
    message: 'Java reads this name, so it can change how every virtual machine starts.',
  },
  {
    code: 'changes-process',
    pattern:
      /^(?:RUBY(?:OPT|LIB|SHELL)|GEM_(?:HOME|PATH)|BUNDLE_\w+|PERL5?(?:OPT|LIB|DB)|PERL_UNICODE|PHPRC|PHP_INI_SCAN_DIR|LUA_(?:INIT|PATH|CPATH)(?:_5_\d)?)$/,
    message: 'Ruby, Perl, PHP or Lua reads this name, so it can change which code it starts with.',
  },
  {
    code: 'changes-process',
    pattern:
      /^(?:GODEBUG|GOGC|GOMAXPROCS|GOMEMLIMIT|GOTRACEBACK|(?:DOTNET|COMPlus|CORECLR|COR|ASPNETCORE)_\w+|ERL_(?:A|Z)?FLAGS|ERL_LIBS|ELIXIR_ERL_OPTIONS|RUSTFLAGS|RUST_MIN_STACK)$/,
    message:
      'The runtime of Go, .NET, Erlang or Rust reads this name, so it can change how it starts.',
  },
  {
    code: 'changes-process',
    pattern:
      /^(?:SSL_CERT_(?:FILE|DIR)|SSLKEYLOGFILE|OPENSSL_\w+|CURL_CA_BUNDLE|REQUESTS_CA_BUNDLE|CURL_HOME)$/,
    message: 'TLS libraries read this name, so it can change which servers are trusted.',
  },
  {
    code: 'changes-process',
    pattern: /^(?:GIT_\w+|SSH_ASKPASS|SSH_AUTH_SOCK|EDITOR|VISUAL|PAGER|LESSOPEN|LESSCLOSE)$/,
    message: 'Git, SSH and other tools read this name, so it can change which programs they run.',
  },
  {
    code: 'changes-process',
    pattern: /^\w+_PROXY$/i,
    message:
      'HTTP clients read this name, so it can send every outgoing request through another host.',
  },
  {
    // Source: Kubernetes, "Environment variables for services": set for each Service of the namespace.
    code: 'kubernetes-name',
    pattern: /^KUBERNETES_|_SERVICE_(?:HOST|PORT(?:_\w+)?)$|_PORT_\d+_(?:TCP|UDP|SCTP)(?:_\w+)?$/,
    message:
      'Kubernetes sets names like this for its services, so one of the two values hides the other.',
  },
  {
    // Sources: the documents of Vite, Next.js, Create React App, Nuxt, Expo, SvelteKit and Astro, and Gatsby.
    code: 'browser-bundle',
    pattern: /^(?:VITE|NEXT_PUBLIC|REACT_APP|NUXT_PUBLIC|EXPO_PUBLIC|PUBLIC|GATSBY)_/,
    message:
      'Build tools publish names with this prefix into the browser bundle, where everybody can read the secret.',
  },
]

/** What others read into a name that is free to be used: each with what will happen. */
export const meaningsOf = (key: string): { code: string; message: string }[] =>
  meanings
    .filter(({ pattern }) => pattern.test(key))
    .map(({ code, message }) => ({ code, message }))
