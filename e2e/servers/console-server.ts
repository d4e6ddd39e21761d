import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Settings = Readonly<Record<string, string | undefined>>

// The tests' own shell may be set up for production: none of that reaches the server under test.
const unset: Settings = Object.fromEntries(
  Object.keys(process.env)
    .filter((name) => /^(?:ALIAS_CONSOLE_|QOVERY_API_|CONSOLE_START_)|_PROXY$/i.test(name))
    .concat('HOST', 'NODE_EXTRA_CA_CERTS', 'PUBLIC_ORIGIN', 'SANDBOX_SECRETS')
    .map((name) => [name, undefined]),
)

const entry = join(import.meta.dirname, '../../dist/server/main.js')
const startTimeout = 20_000

export type ConsoleServer = Awaited<ReturnType<typeof startConsoleServer>>

/**
 * Starts the built server on a free port with a data folder of its own, and waits until it accepts connections.
 * @throws an Error with what the server said, where it ends or stays silent for 20 s
 */
export const startConsoleServer = async (settings: Settings = {}, script = entry) => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'alias-console-'))
  const output = { stdout: '', stderr: '' }
  let child: ChildProcess | undefined
  let startUrl = new URL('http://127.0.0.1')

  const end = async (signal: NodeJS.Signals) => {
    if (child === undefined) return undefined
    if (child.exitCode === null && child.signalCode === null) {
      const exit = once(child, 'exit')
      child.kill(signal)
      await exit
    }
    return { code: child.exitCode, signal: child.signalCode }
  }

  const start = async (more: Settings) => {
    const started = spawn(process.execPath, [script], {
      env: {
        ...process.env,
        ...unset,
        DATA_DIR: dataFolder,
        PORT: '0',
        ...settings,
        ...(startUrl.port !== '' && { PORT: startUrl.port }),
        ...more,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    startUrl = await printedAddress(started, output)
  }

  try {
    await start({})
  } catch (error) {
    await end('SIGKILL')
    await rm(dataFolder, { recursive: true, force: true })
    throw error
  }

  return {
    dataFolder,
    /** All that the server has written since its first start. */
    output: output as Readonly<typeof output>,
    /** The server's origin, the same after each restart. */
    get url() {
      return startUrl.origin
    },
    /** Of the process that runs now. */
    get pid() {
      return child?.pid ?? 0
    },
    /** The address that opens the console: the printed one, or with the secret that was set and is never printed. */
    get startUrl() {
      const { CONSOLE_START_SECRET: secret } = settings
      return secret === undefined ? startUrl.href : `${startUrl.href}#start=${secret}`
    },
    /** The code in the address that was printed last. */
    get startCode() {
      return /.*#start=([\w-]+)/s.exec(output.stdout)?.[1] ?? ''
    },
    /** Sends a signal, waits for the end, and tells how it ended. */
    end,
    stop: () => end('SIGTERM'),
    kill9: () => end('SIGKILL'),
    /** Starts it again on the same port and data, after it ended; further settings win over the first ones. */
    restart: async (more: Settings = {}) => {
      await end('SIGTERM')
      await start(more)
    },
    /** Ends the server whatever its state, and removes its data. */
    dispose: async () => {
      await end('SIGKILL')
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const printedAddress = (child: ChildProcess, output: { stdout: string; stderr: string }) =>
  new Promise<URL>((resolve, reject) => {
    const before = output.stdout.length
    const fail = (what: string) => reject(new Error(`The server ${what}.\n${output.stderr}`))
    const timer = setTimeout(() => fail('printed no address'), startTimeout)
    child.stderr?.on('data', (bytes) => {
      output.stderr += String(bytes)
    })
    child.stdout?.on('data', (bytes) => {
      output.stdout += String(bytes)
      const address = /https?:\/\/\S+(?=\s)/.exec(output.stdout.slice(before))?.[0]
      if (address === undefined) return
      clearTimeout(timer)
      resolve(new URL(address))
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      fail(`ended at its start with ${code ?? signal}`)
    })
  })
