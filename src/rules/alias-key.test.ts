import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adviseKey } from './alias-key'
import type { KeyAdvice } from './alias-key-problems'
import { asciiUpperCase } from './fold-key'
import type { Secret } from '../qovery/schema'
import { indexSecrets } from './secret-index'
import { testList, testSecret } from '../qovery/test-secrets'

const project = (key: string) => testSecret({ id: `id of ${key}`, key })
const builtIn = (key: string) => testSecret({ id: `id of built-in ${key}`, key, scope: 'BUILT_IN' })
const takenBy = (...secrets: Secret[]) => indexSecrets(testList(secrets))
const said = (advice: KeyAdvice[]) => advice.map(({ level, code }) => `${level} ${code}`).join(', ')
const owner = { kind: 'project' } as const
const adviceOn = (key: string) => said(adviseKey(key, { owner: undefined }))

describe('a name that POSIX, Kubernetes and Qovery all take passes without a word', () => {
  test.each([
    ['A'],
    ['_'],
    ['_A'],
    ['A_'],
    ['A1'],
    ['A__B'],
    ['DATABASE_PASSWORD'],
    ['DB_MASTER_PASSWORD_2'],
    ['PGPASSWORD'],
    ['MY_QOVERY_TOKEN'],
    ['QOVERY'],
    ['QOVERYX_TOKEN'],
    ['MYPATH'],
    ['PATH_TO_KEY'],
    ['HOMEPAGE'],
    ['NODE'],
    ['NODE_OPTION'],
    ['PYTHON_'],
    ['JAVA'],
    ['PROXY'],
    ['PROXY_PASSWORD'],
    ['KUBERNETES'],
    ['MY_KUBERNETES_TOKEN'],
    ['SERVICE_HOST'],
    ['REDIS_PORT'],
    ['SERVICE_HOSTNAME'],
    ['VITE'],
    ['INVITE_TOKEN'],
    ['MY_PUBLIC_KEY'],
    ['PUBLICATION_KEY'],
    ['NEXT_PRIVATE_KEY'],
    ['A'.repeat(253)],
  ])('%s', (key) => {
    expect(adviceOn(key)).toBe('')
  })
})

describe('a name that cannot work is blocked, for one stable reason', () => {
  test.each([
    ['', 'empty'],
    [' ', 'white-space'],
    [' A', 'white-space'],
    ['A ', 'white-space'],
    ['A B', 'white-space'],
    ['A\t', 'white-space'],
    ['A\n', 'white-space'],
    ['A\r\n', 'white-space'],
    ['A\v', 'white-space'],
    ['A\f', 'white-space'],
    ['A\u00a0B', 'white-space'],
    ['A\u2009B', 'white-space'],
    ['A\u2028B', 'white-space'],
    ['A\u202fB', 'white-space'],
    ['A\u3000B', 'white-space'],
    ['=', 'equals-sign'],
    ['A=', 'equals-sign'],
    ['=A', 'equals-sign'],
    ['A=secret', 'equals-sign'],
    ['A=B C', 'equals-sign'],
    ['A\0', 'control-character'],
    ['A\u0007B', 'control-character'],
    ['\u001b[31mA', 'control-character'],
    ['A\u007f', 'control-character'],
    ['A\u0085B', 'control-character'],
    ['A\u009fB', 'control-character'],
    ['\ufeffA', 'invisible-character'],
    ['A\u00adB', 'invisible-character'],
    ['A\u034fB', 'invisible-character'],
    ['A\u061cB', 'invisible-character'],
    ['A\u115fB', 'invisible-character'],
    ['A\u180eB', 'invisible-character'],
    ['A\u200bB', 'invisible-character'],
    ['A\u200cB', 'invisible-character'],
    ['A\u200dB', 'invisible-character'],
    ['A\u200eB', 'invisible-character'],
    ['A\u202eB', 'invisible-character'],
    ['A\u2060B', 'invisible-character'],
    ['A\u2066B', 'invisible-character'],
    ['A\u2800B', 'invisible-character'],
    ['A\u3164B', 'invisible-character'],
    ['A\ufe0fB', 'invisible-character'],
    ['A\u{e0041}B', 'invisible-character'],
    ['A\ud800B', 'invisible-character'],
    ['A\udc00', 'invisible-character'],
    ['CAFÉ', 'non-ascii'],
    ['CAFE\u0301', 'non-ascii'],
    ['\u0301A', 'non-ascii'],
    ['Z\u0300\u0301\u0302\u0303ALGO', 'non-ascii'],
    ['İSTANBUL', 'non-ascii'],
    ['ıSTANBUL', 'non-ascii'],
    ['STRAßE', 'non-ascii'],
    ['\u212aEY', 'non-ascii'],
    ['\u017fECRET', 'non-ascii'],
    ['\u0410PI_KEY', 'non-ascii'],
    ['API_\u041aEY', 'non-ascii'],
    ['\u0391PI', 'non-ascii'],
    ['\uff21PI', 'non-ascii'],
    ['\u{1d400}PI', 'non-ascii'],
    ['A\uff3fB', 'non-ascii'],
    ['A\u2013B', 'non-ascii'],
    ['A\u2011B', 'non-ascii'],
    ['密码', 'non-ascii'],
    ['كلمة', 'non-ascii'],
    ['KEY_😀', 'non-ascii'],
    ['👩\u200d💻', 'non-ascii'],
    ['A\u0661', 'non-ascii'],
    ['A\ue000B', 'non-ascii'],
    ['A\uffff', 'non-ascii'],
    ['A:B', 'punctuation'],
    ['A/B', 'punctuation'],
    ['A\\B', 'punctuation'],
    ['$A', 'punctuation'],
    ['${A}', 'punctuation'],
    ['{{A}}', 'punctuation'],
    ['"A"', 'punctuation'],
    ["'A'", 'punctuation'],
    ['A`B', 'punctuation'],
    ['A,B', 'punctuation'],
    ['A;B', 'punctuation'],
    ['A+B', 'punctuation'],
    ['A@B', 'punctuation'],
    ['A#B', 'punctuation'],
    ['<A>', 'punctuation'],
    ['A|B', 'punctuation'],
    ['A~', 'punctuation'],
    ['A!', 'punctuation'],
    ['A'.repeat(254), 'too-long'],
    ['a-b.'.repeat(100), 'too-long'],
    ['QOVERY_', 'reserved-prefix'],
    ['QOVERY_TOKEN', 'reserved-prefix'],
    ['qovery_token', 'reserved-prefix'],
    ['Qovery_Token', 'reserved-prefix'],
    ['qOvErY_', 'reserved-prefix'],
  ])('%j: %s', (key, code) => {
    expect(adviceOn(key)).toBe(`block ${code}`)
  })

  test('several reasons are told together', () => {
    expect(adviceOn(`QOVERY_${' '.repeat(300)}`)).toBe(
      'block white-space, block too-long, block reserved-prefix',
    )
  })
})

describe('a doubtful name asks for a yes', () => {
  test.each([
    ['1', 'confirm leading-digit'],
    ['1PASSWORD_TOKEN', 'confirm leading-digit'],
    ['A-B', 'confirm hyphen'],
    ['-', 'confirm hyphen'],
    ['A.B', 'confirm dot'],
    ['.A', 'confirm dot'],
    ['.', 'confirm dot, confirm leading-dots'],
    ['..', 'confirm dot, confirm leading-dots'],
    ['..DATA', 'confirm dot, confirm leading-dots'],
    ['...', 'confirm dot, confirm leading-dots'],
    ['A..B', 'confirm dot'],
    ['__A', 'confirm leading-underscores'],
    ['__', 'confirm leading-underscores'],
    ['1-A.B', 'confirm leading-digit, confirm hyphen, confirm dot'],
    ['2-factor', 'confirm leading-digit, confirm hyphen, warn lower-case'],
  ])('%s: %s', (key, advice) => {
    expect(adviceOn(key)).toBe(advice)
  })
})

describe('a name that means something to others warns', () => {
  const processNames = `
    PATH HOME SHELL TMPDIR TZ LANG LC_ALL IFS ENV BASH_ENV LD_PRELOAD LD_LIBRARY_PATH LD_AUDIT
    DYLD_INSERT_LIBRARIES GLIBC_TUNABLES NODE_OPTIONS NODE_ENV NODE_EXTRA_CA_CERTS
    NODE_TLS_REJECT_UNAUTHORIZED PYTHONPATH PYTHONHOME PYTHONSTARTUP RUBYOPT RUBYLIB PERL5OPT
    PERL5LIB JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS JAVA_OPTS CLASSPATH GODEBUG
    GOMEMLIMIT DOTNET_STARTUP_HOOKS CORECLR_PROFILER PHPRC LUA_INIT SSL_CERT_FILE SSLKEYLOGFILE
    OPENSSL_CONF GIT_SSH_COMMAND EDITOR HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY MY_PROXY`
  test.each(processNames.trim().split(/\s+/))('%s can change how a process starts', (key) => {
    expect(adviceOn(key)).toBe('warn changes-process')
  })

  test.each([
    ['http_proxy', 'warn changes-process, warn lower-case'],
    ['npm_config_registry', 'warn changes-process, warn lower-case'],
    ['path', 'warn lower-case'],
    ['KUBERNETES_PORT', 'warn kubernetes-name'],
    ['KUBERNETES_SERVICE_HOST', 'warn kubernetes-name'],
    ['REDIS_SERVICE_HOST', 'warn kubernetes-name'],
    ['REDIS_SERVICE_PORT', 'warn kubernetes-name'],
    ['REDIS_SERVICE_PORT_HTTP', 'warn kubernetes-name'],
    ['REDIS_PORT_6379_TCP_ADDR', 'warn kubernetes-name'],
    ['VITE_API_KEY', 'warn browser-bundle'],
    ['NEXT_PUBLIC_API_KEY', 'warn browser-bundle'],
    ['REACT_APP_API_KEY', 'warn browser-bundle'],
    ['NUXT_PUBLIC_API_KEY', 'warn browser-bundle'],
    ['EXPO_PUBLIC_API_KEY', 'warn browser-bundle'],
    ['PUBLIC_API_KEY', 'warn browser-bundle'],
    ['GATSBY_API_KEY', 'warn browser-bundle'],
    ['VITE_HTTP_PROXY', 'warn changes-process, warn browser-bundle'],
    ['a', 'warn lower-case'],
    ['databasePassword', 'warn lower-case'],
    ['Database_Password', 'warn lower-case'],
    ['istanbul', 'warn lower-case'],
  ])('%s: %s', (key, advice) => {
    expect(adviceOn(key)).toBe(advice)
  })
})

describe('a character that cannot stand is named, with its code point and its place', () => {
  test.each([
    ['AB\u200bC', 'Character 3, zero width space (U+200B), is a character that nobody sees'],
    ['\ufeffA', 'Character 1, byte order mark (U+FEFF), is a character that nobody sees'],
    ['A\u00a0', 'Character 2, no-break space (U+00A0), is white space'],
    ['A\n', 'Character 2, line feed (U+000A), is white space'],
    ['A\t', 'Character 2, tab (U+0009), is white space'],
    ['A\0', 'Character 2, null (U+0000), is a control character'],
    ['A\u0001', 'Character 2, which has no shape (U+0001), is a control character'],
    ['\u0410PI', 'Character 1, “\u0410” (U+0410), is a Cyrillic letter that may look like a Latin'],
    ['\u0391PI', 'Character 1, “\u0391” (U+0391), is a Greek letter that may look like a Latin'],
    ['KEY_😀\u200b', 'Character 5, “😀” (U+1F600), is a picture, not ASCII'],
    [
      'E\u0301',
      'Character 2, “\u25cc\u0301” (U+0301), is a mark that sits on the character before',
    ],
    ['A\ud800', 'Character 2, which has no shape (U+D800), is a character that nobody sees'],
    ['A=1', 'Character 2, “=” (U+003D), is what ends a name'],
    ['A!', 'Character 2, “!” (U+0021), is punctuation'],
  ])('%j', (key, start) => {
    expect(adviseKey(key, { owner: undefined })[0]?.message).toContain(start)
  })

  test('its place is counted in code points, from 1', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9_.-]{0,40}$/),
        fc.constantFrom('\u200b', '😀', ' ', '='),
        fc.string({ unit: 'binary' }),
        (start, unfit, rest) => {
          const [first] = adviseKey(start + unfit + rest, { owner: undefined })
          expect(first?.message).toMatch(new RegExp(`^Character ${start.length + 1}, `))
        },
      ),
    )
  })
})

describe('a key is held against the secret and the list', () => {
  const taken = takenBy(
    builtIn('BOTH'),
    project('BOTH'),
    project('DATABASE_PASSWORD'),
    project('HTTP-PROXY'),
    project('TWINS'),
    project('twins'),
    { ...project('NARROW'), scope: 'NEW_SCOPE' },
    builtIn('BUILD_ID'),
  )
  test.each([
    ['DB_MASTER', 'block same-as-target'],
    ['db_master', 'warn near-key, warn lower-case'],
    ['DB-MASTER', 'confirm hyphen, warn near-key'],
    ['DATABASE_PASSWORD', 'block taken'],
    ['DATABASE-PASSWORD', 'confirm hyphen, warn near-key'],
    ['database_password', 'warn near-key, warn lower-case'],
    ['HTTP_PROXY', 'warn near-key, warn changes-process'],
    ['TWINS', 'block taken'],
    ['Twins', 'warn near-key, warn lower-case'],
    ['NARROW', 'block taken'],
    ['BUILD_ID', 'warn overrides-built-in'],
    ['BOTH', 'block taken'],
    ['FREE', ''],
  ])('%s: %s', (key, advice) => {
    expect(said(adviseKey(key, { owner, targetKey: 'DB_MASTER', taken }))).toBe(advice)
  })

  test('a built-in that comes after what overrides it does not free the key', () => {
    const both = takenBy(project('BOTH'), builtIn('BOTH'))
    expect(said(adviseKey('BOTH', { owner, taken: both }))).toBe('block taken')
  })

  test('a key that an unreadable entry has may be used by who insists, and is never called free', () => {
    const odd = { why: 'unlike', id: null, name: 'ODD', tiedTo: [] } as const
    const doubtful = indexSecrets(testList([], [odd]))
    expect(said(adviseKey('ODD', { owner, taken: doubtful }))).toBe('confirm unreadable-existing')
    expect(said(adviseKey('FREE', { owner, taken: doubtful }))).toBe('')
  })

  test('what a secret is called now is not in the way of its next key', () => {
    const context = { owner, taken, except: project('HTTP-PROXY').id }
    expect(said(adviseKey('HTTP-PROXY', context))).toBe('confirm hyphen')
    expect(said(adviseKey('HTTP_PROXY', context))).toBe('warn changes-process')
    expect(said(adviseKey('TWINS', context))).toBe('block taken')
  })

  test('the near key is named', () => {
    const near = adviseKey('database-password', { owner, taken }).find(
      ({ code }) => code === 'near-key',
    )
    expect(near?.message).toContain('Differs from DATABASE_PASSWORD only')
  })

  test('keys that are names of object members are keys like others', () => {
    expect(adviceOn('constructor')).toBe('warn lower-case')
    const odd = takenBy(project('__proto__'))
    expect(said(adviseKey('__proto__', { owner, taken: odd }))).toBe('block taken')
    expect(said(adviseKey('toString', { owner, taken: odd }))).toBe('warn lower-case')
  })

  test('each of 10,000 keys is found', () => {
    const many = indexSecrets(
      testList(Array.from({ length: 10_000 }, (_, index) => project(`KEY_${index}`))),
    )
    for (let index = 0; index < 10_000; index += 1) {
      expect(said(adviseKey(`KEY_${index}`, { owner, taken: many }))).toBe('block taken')
    }
  })
})

describe('asciiUpperCase', () => {
  test.each([
    ['istanbul', 'ISTANBUL'],
    ['ıi\u0131', 'ıI\u0131'],
    ['straße', 'STRAßE'],
    ['\u017f\ufb03', '\u017f\ufb03'],
    ['café-1_b', 'CAFé-1_B'],
  ])('%s becomes %s', (text, upper) => {
    expect(asciiUpperCase(text)).toBe(upper)
  })
})

describe('for any string', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.string({ unit: 'grapheme' }),
  )
  const levels = ['block', 'confirm', 'warn']

  test('advice is given without an exception, most severe first, each reason once, as one sentence', () => {
    fc.assert(
      fc.property(anything, fc.array(anything), anything, (key, keys, targetKey) => {
        const advice = adviseKey(key, { owner, targetKey, taken: takenBy(...keys.map(project)) })
        const order = advice.map(({ level }) => levels.indexOf(level))
        expect(order).toEqual(order.toSorted((a, b) => a - b))
        expect(new Set(advice.map(({ code }) => code)).size).toBe(advice.length)
        for (const { code, message } of advice) {
          expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
          expect(message).toMatch(/^\p{Lu}.*\.$|^\d.*\.$/su)
        }
      }),
    )
  })

  test('upper-case letters, digits and underscores never block', () => {
    const plain = fc
      .stringMatching(/^[A-Z_][A-Z0-9_]{0,252}$/)
      .filter((key) => !key.startsWith('QOVERY_'))
    fc.assert(
      fc.property(plain, (key) => {
        expect(
          adviseKey(key, { owner: undefined }).filter(({ level }) => level === 'block'),
        ).toEqual([])
      }),
    )
  })

  test('what is not blocked is a key that Kubernetes takes', () => {
    fc.assert(
      fc.property(anything, (key) => {
        const free = adviseKey(key, { owner: undefined }).every(({ level }) => level !== 'block')
        expect(free && !/^[-._a-zA-Z0-9]{1,253}$/.test(key)).toBe(false)
      }),
    )
  })
})

test('narrower places that have the key themselves are named, two of them at most', () => {
  const warned = (...places: string[]) =>
    adviseKey('PGHOST', { owner, narrower: (key) => (key === 'PGHOST' ? places : []) })
  expect(warned()).toEqual([])
  const [one] = warned('production / web')
  expect(one).toMatchObject({ level: 'warn', code: 'hidden-within', names: ['production / web'] })
  expect(one?.message).toContain('production / web already has this key')
  expect(warned('a', 'b')[0]?.message).toContain('a and b already have')
  expect(warned('a', 'b', 'c')[0]?.message).toContain('a and 2 other places already have')
})
