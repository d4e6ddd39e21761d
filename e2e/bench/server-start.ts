import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { freePort } from '../http/listen'
import { answers, ask } from './server-load'
import { pageBytes } from './server-calls'

export const consoleEntry = [join(import.meta.dirname, '../../dist/server/main.js')]

/** What any server of node's takes before it has a line of its own. */
export const emptyServer = [
  '--eval',
  `require('node:http')
    .createServer((_, response) => response.writeHead(200, { 'content-length': 2 }).end('ok'))
    .listen(Number(process.env.PORT), '127.0.0.1')`,
]

/** Milliseconds from the start of node with these arguments to the first answer, which is asked for until it comes. */
export const startTime = async (args: string[], settings: Record<string, string>) => {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], PORT: String(port), ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await answers(port)
  await ask({ port, request: () => pageBytes(port), count: 1, connections: 1, status: 200 })
  const taken = performance.now() - began
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
  return taken
}
