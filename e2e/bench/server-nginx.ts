import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../http/listen'
import { answers } from './server-load'
import { childrenOf } from './server-process'

/** Debian keeps it out of an ordinary user's PATH. Undefined where it is not installed. */
export const installedNginx = () =>
  ['nginx', '/usr/sbin/nginx'].find((program) => spawnSync(program, ['-v']).status === 0)

/**
 * A plain reverse proxy: one worker, no log, and else nginx's own defaults, by which each call gets a connection of its own
 * to the upstream.
 */
export const startPlainProxy = async (program: string, upstream: number) => {
  const [port, folder] = await Promise.all([
    freePort(),
    mkdtemp(join(tmpdir(), 'alias-console-bench-')),
  ])
  // The worker runs as another user.
  await chmod(folder, 0o755)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(folder, kind)};`,
  )
  await writeFile(
    join(folder, 'nginx.conf'),
    `daemon off;
worker_processes 1;
pid ${join(folder, 'pid')};
events {}
http {
  access_log off;
  # As the console does: the connection to the client is kept.
  keepalive_requests 1000000;
  ${temporary.join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    location / { proxy_pass http://127.0.0.1:${upstream}; }
  }
}
`,
  )
  const conf = join(folder, 'nginx.conf')
  const child = spawn(program, ['-p', folder, '-c', conf, '-e', 'stderr'], { stdio: 'ignore' })
  await answers(port)
  return {
    port,
    pid: await workerOf(child.pid ?? 0),
    close: async () => {
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The process that does the work. It is started after the port is open. */
const workerOf = async (master: number): Promise<number> => {
  const [worker] = childrenOf(master)
  if (worker !== undefined) return worker
  await wait(5)
  return workerOf(master)
}
