import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** Milliseconds of a processor that a process has taken by now, as Linux counts them: in hundredths of a second. */
export const processorTime = (pid: number): number => {
  // What stands before the bracket is the program's name, which can hold anything.
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'latin1').split(/\) (?!.*\) )/)
  const [user, system] = fields.split(' ').slice(11, 13).map(Number)
  if (user === undefined || system === undefined) throw new Error('/proc does not tell it.')
  return (user + system) * 10
}

/** The processes that a process has started. */
export const childrenOf = (pid: number): number[] =>
  [...readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').matchAll(/\d+/g)].map(Number)

/** Keeps a process that runs on one processor, and this one off it. False where the system cannot, or has no second one. */
export const isolate = (pid: number): boolean => {
  if (cpus().length < 2) return false
  const pin = (processor: string, which: number) =>
    spawnSync('taskset', ['-a', '-c', '-p', processor, String(which)]).status === 0
  return pin('0', pid) && pin('1', process.pid)
}

/** Undoes {@link isolate} for this process. */
export const release = () => {
  spawnSync('taskset', ['-a', '-c', '-p', `0-${cpus().length - 1}`, String(process.pid)])
}

/** Runs a few lines of CommonJS in a process of their own, which print the port that they listen on. */
export const runScript = async (script: string) => {
  const child = spawn(process.execPath, ['--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  return {
    port: Number(String(line)),
    pid: child.pid ?? 0,
    close: async () => {
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    },
  }
}
