import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const entry = join(import.meta.dirname, '../../dist/server/main.js')

interface Limits {
  /** Largest size of any file that the server writes, in the blocks of the shell's `ulimit -f`. */
  fileBlocks?: number
  /** From which sync on the disk fails at each, and the strace program that makes it so. */
  failingSyncs?: { from: number; strace: string }
  /** The folder to start it in, which is gone by then. */
  lostFolder?: string
}

/** Runs the built server with nothing but these settings, whatever becomes of it. */
export const runServer = (settings: Record<string, string>, limits: Limits = {}) => {
  const env = { PATH: process.env['PATH'], ...settings }
  const [program, ...args] = [...underLimits(limits), process.execPath, entry]
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
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

// exec, and a tracer that is a grandchild: the first program becomes the server, so that a signal reaches it.
const underLimits = ({ fileBlocks, failingSyncs, lostFolder }: Limits): string[] => {
  if (failingSyncs !== undefined) {
    const { from, strace } = failingSyncs
    const inject = `inject=fsync,fdatasync:error=EIO:when=${from}+`
    return [strace, '-D', '-f', '-qq', '-o', '/dev/null', '-e', inject]
  }
  const shell = (command: string) => ['sh', '-c', `${command}; exec "$0" "$@"`]
  if (fileBlocks !== undefined) return shell(`ulimit -f ${fileBlocks}`)
  if (lostFolder !== undefined) return shell(`cd '${lostFolder}'; rmdir '${lostFolder}'`)
  return []
}
