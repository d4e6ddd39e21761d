import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod/mini'
import type { ConsoleServer } from '../servers/console-server'

const probe = `
  import { setFlagsFromString } from 'node:v8'
  import { runInNewContext } from 'node:vm'
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  process.on('SIGUSR2', () => {
    collect()
    collect()
    console.log('memory ' + JSON.stringify(process.memoryUsage()))
  })
`

/** Lets a server tell its memory, without a word of it in the server itself. */
export const tellingMemory = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(probe)}`,
}

const memory = z.object({
  rss: z.number(),
  heapUsed: z.number(),
  external: z.number(),
})

/** Megabytes that a server holds after its garbage is collected: those of its heap and buffers, and all of the process. */
export const memoryOf = async (server: ConsoleServer) => {
  const before = server.output.stdout.length
  process.kill(server.pid, 'SIGUSR2')
  for (;;) {
    const told = /^memory (.*)$/m.exec(server.output.stdout.slice(before))?.[1]
    if (told !== undefined) {
      const { rss, heapUsed, external } = z.parse(memory, JSON.parse(told))
      return { held: (heapUsed + external) / 1e6, whole: rss / 1e6 }
    }
    await wait(10)
  }
}
