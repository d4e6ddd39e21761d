import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

// What README says of the layout, held by the files themselves.

const root = join(import.meta.dirname, '..')
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll(sep, '/'),
    )
    .filter((path) => !path.startsWith('e2e/.out/'))
const isCode = (path: string) => /\.tsx?$/.test(path)
const isTest = (path: string) => /\.(?:test|spec)\.tsx?$/.test(path)
/** What tests work with, in the rooms of what they test. */
const isTestTool = (path: string) => /\/(?:test|fake|sample)-[\w-]+\.tsx?$/.test(path)
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const code = [...filesIn('src'), ...filesIn('e2e')].filter(isCode)
const product = code.filter((path) => path.startsWith('src/') && !isTest(path))

interface Import {
  /** A file of ours without its extension, or a package. */
  target: string
  /** What is left of it once types are erased. */
  names: string[]
}

const importsOf = (path: string, text = read(path)): Import[] => {
  const statements =
    /^(?:import|export)\s(?:(type\s)?([^'"`;]*?)\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm
  return [...text.matchAll(statements)].map(([, type, clause = '', from, lazy]) => {
    const specifier = from ?? lazy ?? ''
    const names = type === undefined ? (clause.match(/(?<!\btype\s+)\b(?!type\b)\w+/g) ?? []) : []
    // What Vite's own settings import has an extension, as Node wants it.
    const target = specifier.startsWith('.')
      ? posix.join(posix.dirname(path), specifier).replace(/\.ts$/, '')
      : specifier
    return { target, names }
  })
}

/** `src/app/ui/button` is in the house `app` and its room `ui`; `src/app/main` is in the house and in no room. */
const place = (path: string) => {
  const [, house = '', ...rest] = path.split('/')
  return { house, room: rest.length > 1 ? rest[0] : undefined }
}

/** The one table of directions: each room, and what it may import of the others in its house. */
const rooms = new Map<string, readonly string[]>([
  ['app/ui', []],
  ['app/jsx', []],
  ['app/data', []],
  ['app/search', []],
  ['app/relations', ['search']],
  ['app/suggest', []],
  ['app/words', ['ui']],
  ['app/session', ['data', 'words']],
  ['app/queries', ['data', 'session']],
  ['app/alias', ['ui', 'relations']],
  ['app/page', ['ui', 'data', 'words', 'alias']],
  ['app/as-code', ['ui', 'data', 'words', 'relations', 'queries']],
  ['app/sign-in', ['ui', 'data', 'session', 'queries', 'page']],
  ['app/operations', ['ui', 'data', 'words', 'relations', 'session', 'queries', 'alias']],
  ['app/pick', ['ui', 'data', 'search', 'session', 'queries']],
  ['app/choose-project', ['ui', 'data', 'session', 'queries', 'page']],
  ['app/owner', ['ui', 'data', 'words', 'relations', 'session', 'queries', 'page']],
  ['app/lineage', ['ui', 'data', 'words', 'relations', 'session', 'queries']],
  [
    'app/change',
    [
      'ui',
      'data',
      'relations',
      'queries',
      'alias',
      'as-code',
      'operations',
      'pick',
      'owner',
      'lineage',
      'words',
    ],
  ],
  [
    'app/create',
    'ui data words session queries alias page as-code sign-in operations pick owner change suggest'.split(
      ' ',
    ),
  ],
  [
    'app/project',
    'ui data search relations words session queries alias page as-code operations choose-project owner change'.split(
      ' ',
    ),
  ],
  [
    'app/secret',
    'ui data words relations session queries alias page as-code operations owner lineage change'.split(
      ' ',
    ),
  ],
  [
    'app/bulk',
    'ui data words relations session queries alias page sign-in operations owner choose-project lineage change'.split(
      ' ',
    ),
  ],
  ['app/about', ['ui', 'data', 'alias', 'page']],
  ['app/history', ['ui', 'session', 'queries', 'page', 'operations', 'bulk']],
  ['app/palette', ['ui', 'data', 'search', 'relations', 'session', 'queries', 'alias', 'change']],
  [
    'app/shell',
    'ui data session queries page sign-in operations create project secret bulk history about palette'.split(
      ' ',
    ),
  ],
  ['app/boot', ['ui', 'queries', 'create', 'shell']],
  ['server/settings', []],
  ['server/http', ['settings']],
  ['server/page', ['settings', 'http']],
  ['server/api', ['http']],
  ['server/upstream', ['settings', 'http', 'api']],
  ['server/sandbox', ['http', 'api']],
  ['server/start', ['settings', 'http', 'page', 'api', 'upstream', 'sandbox']],
])

/** What lies in no room, beside `src/wire.ts`: what the server and its development are started with. */
const entries = ['src/server/dev.ts', 'src/server/main.ts']

/** The houses that have rooms, and the ground that each house stands on. */
const houses = new Set(['app', 'server'])
const grounds = new Map([
  ['app', ['rules', 'qovery']],
  ['server', ['rules', 'qovery']],
  ['rules', ['qovery']],
])

const mayImport = (from: string, target: string): boolean => {
  const here = place(from)
  if (!target.startsWith('src/')) {
    if (here.house === 'qovery') return target === 'zod/mini'
    if (here.house === 'rules') return false
    const isDrawn = /\.tsx$|\/use-[\w-]+\.ts$/.test(from)
    if (here.room === 'operations' && !isDrawn) return !/react|^wouter/.test(target)
    if (['relations', 'search'].includes(here.room ?? '')) return !/react/.test(target)
    return here.house === 'server' ? !/react/.test(target) : !target.startsWith('node:')
  }
  if (target === 'src/wire') return here.room !== 'ui'
  const there = place(target)
  if (there.house !== here.house)
    return (grounds.get(here.house) ?? []).includes(there.house) && here.room !== 'ui'
  if (!houses.has(here.house) || entries.includes(from)) return true
  const others = rooms.get(`${here.house}/${here.room ?? ''}`)
  return (
    others !== undefined && (there.room === here.room || others.some((room) => room === there.room))
  )
}

describe('imports go app → rules → qovery, and server → rules → qovery', () => {
  test.each(product)('%s', (path) => {
    const targets = importsOf(path).map(({ target }) => target)
    expect(targets.filter((target) => !mayImport(path, target))).toEqual([])
  })

  test('and nothing that people get imports what tests work with', () => {
    const wrong = product
      .filter((path) => !isTestTool(path))
      .filter((path) => importsOf(path).some(({ target }) => isTestTool(`${target}.ts`)))
    expect(product.filter(isTestTool).length).toBeGreaterThan(5)
    expect(wrong).toEqual([])
  })

  test.each([
    ['src/app/boot/main.tsx', 'src/server/settings/config'],
    ['src/server/start/app.ts', 'src/app/data/site-data'],
    ['src/qovery/client.ts', 'src/app/data/site-data'],
    ['src/qovery/client.ts', 'src/server/settings/config'],
    ['src/qovery/client.ts', 'src/rules/alias-key'],
    ['src/rules/alias-key.ts', 'src/app/data/site-data'],
    ['src/rules/alias-key.ts', 'react'],
    ['src/app/ui/button.tsx', 'src/rules/alias-key'],
    ['src/qovery/client.ts', 'react'],
    ['src/qovery/client.ts', 'zod'],
    ['src/qovery/client.ts', 'node:fs'],
    ['src/app/data/site-data.ts', 'node:fs'],
    ['src/server/start/app.ts', 'react'],
    ['src/server/http/reply.ts', 'src/server/page/pages'],
    ['src/server/settings/config.ts', 'src/server/http/headers'],
    ['src/server/upstream/forward.ts', 'src/server/sandbox/store'],
    ['src/server/sandbox/api.ts', 'src/server/upstream/forward'],
    ['src/server/page/pages.ts', 'src/server/main'],
    ['src/server/elsewhere/new.ts', 'src/server/http/reply'],
    ['src/app/elsewhere/new.ts', 'src/app/ui/button'],
    ['src/app/new.ts', 'src/app/ui/button'],
    ['src/app/secret/secret-page.tsx', 'src/app/create/draft'],
    ['src/app/create/draft.ts', 'src/app/secret/secret-page'],
    ['src/app/session/session.ts', 'src/app/secret/secret-page'],
    ['src/app/session/session.ts', 'src/app/sign-in/token-panel'],
    ['src/app/ui/button.tsx', 'src/qovery/schema'],
    ['src/app/ui/button.tsx', 'src/app/data/site-data'],
    ['src/app/ui/button.tsx', 'src/app/alias/made-alias'],
    ['src/app/alias/made-alias.tsx', 'src/app/queries/queries'],
    ['src/app/alias/made-alias.tsx', 'src/app/session/session'],
    ['src/app/operations/run.ts', 'src/app/change/edit-dialog'],
    ['src/app/operations/run.ts', 'react'],
    ['src/app/relations/rows.ts', 'react'],
    ['src/app/relations/rows.ts', 'src/app/operations/run'],
    ['src/app/change/edit-dialog.tsx', 'src/app/project/project-page'],
    ['src/app/create/draft.ts', 'src/app/boot/main'],
  ])('%s may not import %s', (from, target) => {
    expect(mayImport(from, target)).toBe(false)
  })

  test('an import is read in every form that it has', () => {
    const text = [
      "import { a, type B, c } from './x'",
      "import type { D } from './y'",
      "import {\n  e,\n} from '../z'",
      "import './app.css'",
      "export { f } from 'f'",
      "const lazy = () => import('./lazy')",
    ].join('\n')
    expect(importsOf('src/app/main.tsx', text)).toEqual([
      { target: 'src/app/x', names: ['a', 'c'] },
      { target: 'src/app/y', names: [] },
      { target: 'src/z', names: ['e'] },
      { target: 'src/app/app.css', names: [] },
      { target: 'f', names: ['f'] },
      { target: 'src/app/lazy', names: [] },
    ])
  })
})

describe('no file imports itself in a circle, and none of types', () => {
  const files = new Map(product.map((path) => [path.replace(/(?:\.d)?\.tsx?$/, ''), path]))
  // What is fetched later counts as well.
  const imported = new Map(
    product.map((path) => [path, importsOf(path).flatMap(({ target }) => files.get(target) ?? [])]),
  )
  const reaches = (from: string, goal: string) => {
    const seen = new Set<string>()
    const next = [...(imported.get(from) ?? [])]
    for (let path = next.pop(); path !== undefined; path = next.pop()) {
      if (path === goal) return true
      if (seen.has(path)) continue
      seen.add(path)
      next.push(...(imported.get(path) ?? []))
    }
    return false
  }

  test('of the whole product', () => {
    expect(product.filter((path) => reaches(path, path))).toEqual([])
    expect(reaches('src/server/main.ts', 'src/qovery/routes.ts')).toBe(true)
  })

  test('and rooms do not import each other in a circle either', () => {
    // From the ground up: each room stands in the table after those that it imports.
    const below = new Set<string>()
    for (const [room, others] of rooms) {
      const [house = ''] = room.split('/')
      expect(others.filter((other) => !below.has(`${house}/${other}`))).toEqual([])
      below.add(room)
    }
  })

  test('and every file but what is started lies in a room of the table', () => {
    const inHouses = product.filter((path) => /^src\/(?:app|server)\//.test(path))
    const inRooms = (path: string) => {
      const { house, room } = place(path)
      return rooms.has(`${house}/${room ?? ''}`)
    }
    expect(inHouses.filter((path) => !inRooms(path))).toEqual(entries)
    const used = new Set(inHouses.map((path) => `${place(path).house}/${place(path).room ?? ''}`))
    expect([...rooms.keys()].filter((room) => !used.has(room))).toEqual([])
  })
})

describe('what the browser tests stand on knows none of them', () => {
  const folders = new Map([
    ['browsers', ['http']],
    ['http', []],
    ['servers', ['browsers', 'http']],
    ['pages', ['browsers', 'servers']],
    ['specs', ['browsers', 'http', 'servers', 'pages']],
    ['bench', ['browsers', 'http', 'servers', 'pages']],
  ])
  const inFolders = code.filter((path) => /^e2e\/[^/]+\//.test(path))

  test('each folder is one of these, and imports of the others what the table says', () => {
    const wrong = inFolders.flatMap((path) => {
      const here = path.split('/')[1] ?? ''
      const may = new Set<string | undefined>([here, ...(folders.get(here) ?? [])])
      const others = importsOf(path).filter(({ target }) => target.startsWith('e2e/'))
      return others
        .filter(({ target }) => !folders.has(here) || !may.has(target.split('/')[1]))
        .map(({ target }) => `${path} imports ${target}`)
    })
    expect(inFolders.length).toBeGreaterThan(100)
    expect(wrong).toEqual([])
  })

  test('no file lies beside them but what a tool is started with', () => {
    const beside = code.filter((path) => /^e2e\/[^/]+$/.test(path))
    expect(beside.toSorted((a, b) => a.localeCompare(b))).toEqual([
      'e2e/closing-line.ts',
      'e2e/playwright.config.ts',
      'e2e/soak.config.ts',
    ])
  })
})

describe('powers stay where they belong', () => {
  const users = (module: RegExp, names = /./) =>
    product.filter((path) =>
      importsOf(path).some(
        (one) => module.test(one.target) && one.names.some((name) => names.test(name)),
      ),
    )
  const saying = (words: RegExp) => product.filter((path) => words.test(read(path)))

  test('only the client calls fetch, and nothing opens another way out of the page', () => {
    expect(saying(/(?<![.\w])fetch\(|globalThis\.fetch\(/)).toEqual([
      'src/qovery/send-call.ts',
      // For its own file.
      'src/app/data/lazy-code.ts',
    ])
    expect(read('src/app/data/lazy-code.ts').match(/\bfetch\([^,]*/g)).toEqual([
      'fetch(import.meta.url',
      'fetch(file.href',
    ])
    expect(saying(/XMLHttpRequest|WebSocket|EventSource|sendBeacon/)).toEqual([])
  })

  test('code that the page fetches later is fetched in one way, which outlives a lost connection', () => {
    const page = product.filter((path) => path.startsWith('src/app/'))
    const imports = page.flatMap((path) => read(path).match(/^.*\bimport\(.*$/gm) ?? [])
    expect(imports.length).toBeGreaterThan(10)
    expect(imports.filter((line) => !/lazyCode\(\(\) => import\('/.test(line))).toEqual([])
  })

  test('what a browser may refuse to keep or to share is asked for where a refusal is expected', () => {
    const callers = saying(
      /(?<!')\b(?:localStorage|sessionStorage)\b(?!')|window\[area\]|new BroadcastChannel|navigator\.locks|\bindexedDB\b/,
    )
    expect(callers.toSorted()).toEqual(['src/app/data/database.ts', 'src/app/data/site-data.ts'])
  })

  test('only one file knows the addresses of the pages', () => {
    const address =
      /['"`]\/(?:project|bulk)\b|\b(?:href|path|to)(?:=\{?|: )["'`]\/|\b(?:navigate|location\.(?:assign|replace))\(["'`]/
    expect(read('src/rules/page-paths.ts')).toMatch(address)
    // Qovery's own paths look alike, and are its own.
    const ours = saying(address).filter(
      (path) => !/^src\/qovery\/|^src\/rules\/page-paths|^src\/server\/sandbox\//.test(path),
    )
    expect(ours).toEqual([])
  })

  test('what time it is, one clock says', () => {
    const callers = saying(/\bDate\.now\b|\bnew Date\(\)/)
    expect(callers.filter((path) => path.startsWith('src/app/') && !isTestTool(path))).toEqual([
      'src/app/data/clock.ts',
      // Beside a clock that nobody can set back.
      'src/app/session/idle.ts',
      // It knows nothing of the browser's data.
      'src/app/ui/instant.tsx',
    ])
  })

  test('times are written in the page’s own language, whatever the browser’s', () => {
    expect(saying(/Intl\.(?:DateTime|RelativeTime)Format\((?!'en')/)).toEqual([])
    expect(saying(/Intl\.DateTimeFormat\('en'/)).not.toEqual([])
  })

  test('only the forwarder opens a connection', () => {
    const callers = users(
      /^node:(?:https?|http2|net|tls|dgram)$|^undici/,
      /^(?:request|get|fetch|connect|createConnection|createSocket|Socket|Agent|Client|buildConnector)$/,
    )
    expect(callers).toEqual(users(/^undici/))
    expect(callers.length).toBeGreaterThan(0)
    for (const path of callers) expect(path).toMatch(/^src\/server\/upstream\/connect/)
  })

  test('only one file makes a server, and only main listens', () => {
    expect(users(/^node:/, /^createServer$/)).toEqual(['src/server/http/http-server.ts'])
    expect(saying(/\.listen\(/)).toEqual(['src/server/main.ts'])
  })

  test('only the built files and the sandbox’s database are read from or written to a disk', () => {
    expect(users(/^node:fs(?:\/promises)?$|^libsql$/)).toEqual([
      'src/server/page/assets.ts',
      'src/server/sandbox/database.ts',
      // The name that the system has for its first process.
      'src/server/start/orphaned.ts',
    ])
    expect(users(/^node:(?:child_process|cluster|worker_threads|vm|repl)$/)).toEqual([])
  })

  test('only one file tells keys of an input method from others', () => {
    expect(saying(/isComposing|keyCode|onKeyDownCapture/)).toEqual([
      'src/app/shell/input-method.ts',
    ])
  })

  test('every form is sent by the same keys', () => {
    // What is searched for is sent nowhere.
    expect(saying(/<form\b/)).toEqual(['src/app/project/search-box.tsx', 'src/app/ui/form.tsx'])
  })

  test('nothing of the page makes markup or code out of text', () => {
    expect(
      saying(/dangerouslySetInnerHTML|innerHTML|document\.write|\beval\(|new Function/),
    ).toEqual([])
  })
})

describe('files', () => {
  test('have at most 250 lines', () => {
    const lines = (path: string) => read(path).split('\n').length - 1
    expect(product.filter((path) => lines(path) > 250)).toEqual([])
  })

  test('and folders have kebab-case names, and no folder is a drawer for everything', () => {
    const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
    for (const path of code.filter((file) => !isTest(file))) {
      const parts = path.replace(/\.(?:config|bench)\.ts$|\.d\.ts$|\.tsx?$/, '').split('/')
      expect(parts.every((part) => kebab.test(part)) ? '' : path).toBe('')
      expect(path).not.toMatch(/\/(?:lib|utils?|helpers?|hooks|types|constants|common|shared)\//)
      expect(path).not.toMatch(/\/index\.tsx?$/)
    }
  })

  test('export by name, but where a tool asks for a default', () => {
    const found = code.filter((path) => /^export default\b|\bas default\b/m.test(read(path)))
    const reporters = new Set(['e2e/closing-line.ts', 'e2e/bench/table-reporter.ts'])
    const asked = (path: string) => path.endsWith('.config.ts') || reporters.has(path)
    expect(found.filter((path) => !asked(path))).toEqual([])
  })

  test('suppress no check without saying why', () => {
    const silent = code.filter((path) =>
      read(path)
        .split('\n')
        .some((line) => /(?:oxlint|eslint)-disable(?!.* -- \S)|@ts-[a-z]+/.test(line)),
    )
    expect(silent).toEqual([])
  })

  test('leave no test out', () => {
    const left = /\b(?:test|describe|it)(?:\.\w+)*\.(?:skip|only|todo|fixme|fails?)\b/
    expect(code.filter((path) => left.test(read(path)))).toEqual([])
  })
})

describe('the build', () => {
  test('names files for its chunks that are there', () => {
    const patterns = [...read('vite.config.ts').matchAll(/\btest:\s*\/(.+)\/,/g)]
    const alternatives = patterns.flatMap(([, pattern = '']) => {
      const [, start, inner, end] = /^(.*)\(\?:([^)]*)\)(.*)$/.exec(pattern) ?? []
      return inner === undefined
        ? pattern.split('|')
        : inner.split('|').map((each) => `${start}${each}${end}`)
    })
    const ours = alternatives.filter((each) => !each.includes('node_modules'))
    expect(ours.length).toBeGreaterThan(8)
    const hasNone = (pattern: string) =>
      !product.some((path) => new RegExp(pattern).test(`/${path}`))
    expect(ours.filter(hasNone)).toEqual([])
  })
})

describe('the top level', () => {
  const allowed =
    'README.md e2e index.html package-lock.json package.json public src tsconfig.json vite.config.ts'

  test('has these files and folders, and dot files', () => {
    const visible = topLevel().filter((name) => !name.startsWith('.'))
    expect(visible.toSorted().join(' ')).toBe(allowed)
  })

  /** What is in the repository, or lies beside its ignored folders where git or its folder is absent. */
  const topLevel = () => {
    try {
      const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, stdio: 'pipe' })
      const names = new Set(
        String(listed)
          .split('\0')
          .map((path) => path.split('/', 1)[0] ?? ''),
      )
      names.delete('')
      if (names.size > 0) return [...names]
    } catch {
      // Without git, as in a downloaded archive.
    }
    return readdirSync(root).filter((name) => name !== 'node_modules' && name !== 'dist')
  }
})

describe('README', () => {
  const readme = read('README.md')
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))

  test('names commands that exist', () => {
    const names = [...readme.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
      ([, run, short]) => run ?? short ?? '',
    )
    expect(names).toEqual(expect.arrayContaining(['start', 'test', 'dev']))
    expect(names.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
  })

  test('shows pictures and links to files that exist', () => {
    const paths = [...readme.matchAll(/\]\(((?!https?:|#)[^)\s]+)\)/g)].map(
      ([, path]) => path ?? '',
    )
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})
