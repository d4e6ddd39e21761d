import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const entry = join(import.meta.dirname, '../dist/server/main.js')

interface Limits {
  /** Largest size of any file that the server writes, in the blocks of the shell's `ulimit -f`. */
  fileBlocks?: number
}

/** Runs the built server with nothing but these settings, whatever becomes of it. */
export const runServer = (settings: Record<string, string>, { fileBlocks }: Limits = {}) => {
  const env = { PATH: process.env['PATH'], ...settings }
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe']
  const child =
    fileBlocks === undefined
      ? spawn(process.execPath, [entry], { env, stdio })
      : // exec: the shell becomes the server, so that a signal reaches it.
        spawn('sh', ['-c', `ulimit -f ${fileBlocks}; exec "$0" "$1"`, process.execPath, entry], {
          env,
          stdio,
        })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (bytes) => {
    output.stdout += String(bytes)
  })
  child.stderr.on('data', (bytes) => {
    output.stderr += String(bytes)
  })
  const closed = once(child, 'close')
  return {
    child,
    /** How it ended, with all that it wrote. */
    ended: closed.then(() => ({ code: child.exitCode, ...output })),
    /** The address it prints once it accepts connections. */
    address: () =>
      new Promise<string>((resolve, reject) => {
        child.stdout.on('data', () => {
          const address = /https?:\/\/\S+(?=\s)/.exec(output.stdout)?.[0]
          if (address !== undefined) resolve(address)
        })
        closed.then(() => reject(new Error(`The server ended.\n${output.stderr}`)), reject)
      }),
  }
}
