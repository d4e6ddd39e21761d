import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, realpathSync } from 'node:fs'

/** Whether Debian's packages can be installed by whoever runs the tests. */
const installs = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

interface Search<Found> {
  /** What is looked for, as a message names it. */
  what: string
  /** The environment variable that names one. */
  variable: string
  /** Where one may be on this machine, best first. */
  paths: readonly string[]
  /** Packages of Debian to be installed where none of those starts, each with the program that it brings. */
  packages: readonly (readonly [path: string, ...names: string[]])[]
  /** Starts one and ends it again. @throws where it does not start */
  start: (path: string) => Promise<Found>
}

/** Looks for a program that really starts; `tried` says why each that was found does not. */
export const findProgram = async <Found>(
  search: Search<Found>,
): Promise<{ found?: Found; tried: string[] }> => {
  const tried: string[] = []
  for await (const path of candidates(search)) {
    try {
      return { found: await search.start(path), tried }
    } catch (error) {
      tried.push(`${path}: ${String(error).split('\n', 1)[0]}`)
    }
  }
  return { tried }
}

async function* candidates(search: Search<unknown>): AsyncGenerator<string> {
  const { what, variable, paths, packages } = search
  const named = process.env[variable]
  // Who names one wants that one: another in its place would pass for it.
  if (named !== undefined && named !== '') return yield named
  const present = paths.filter((path) => existsSync(path))
  // A folder of PATH may have two names.
  yield* new Map(present.map((path) => [realpathSync(path), path])).values()
  if (!installs) return
  process.stderr.write(`${what} was not found on this machine: installing Debian’s.\n`)
  for (const [path, ...names] of packages) {
    await install(names)
    if (existsSync(path)) yield path
  }
}

let updated: Promise<void> | undefined
let before: Promise<void> | undefined

// One at a time: apt-get locks its lists.
const install = (names: readonly string[]) => (before = installAfter(before, names))

const installAfter = async (other: Promise<void> | undefined, names: readonly string[]) => {
  await other
  await (updated ??= apt('update'))
  await apt('install', '-y', '--no-install-recommends', ...names)
}

const apt = async (...args: string[]) => {
  const child = spawn('apt-get', ['-qq', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await once(child, 'close')
}
