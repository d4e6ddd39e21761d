import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from 'playwright/test'
import { startConsoleServer } from '../servers/console-server'
import { listen } from '../http/listen'
import { runServer } from '../servers/run-server'

const entry = join(import.meta.dirname, '../../dist/server/main.js')

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'alias-console-start-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

/** The one process that another has started; undefined where there is none. */
const childOf = (pid: number | undefined) => {
  const list = `/proc/${pid}/task/${pid}/children`
  const child = existsSync(list) ? Number.parseInt(readFileSync(list, 'utf8'), 10) : Number.NaN
  return Number.isNaN(child) ? undefined : child
}

/** Runs the server until it ends by itself. */
const runToEnd = async (settings: Record<string, string>) => {
  const { code, stderr } = await runServer({ PORT: '0', ...settings }).ended
  return { code, lines: stderr.trimEnd().split(/\r?\n/) }
}

test('a taken port is one sentence and a failure', async ({ folder }) => {
  const taken = createServer()
  const port = await listen(taken)
  const { code, lines } = await runToEnd({ PORT: String(port), DATA_DIR: folder })
  expect(code).toBe(1)
  expect(lines).toEqual([expect.stringMatching(new RegExp(`Port ${port} .*taken`))])
  taken.close()
})

test('all bad settings are listed at once, a sentence each, and no value of a token', async () => {
  const { code, lines } = await runToEnd({
    PORT: '99999',
    HOST: '0.0.0.0',
    QOVERY_API_URL: 'http://example.test/?x',
    QOVERY_API_TOKEN: 'bad token',
    SANDBOX_SECRETS: '-1',
  })
  expect(code).toBe(1)
  for (const name of ['PORT', 'HOST', 'QOVERY_API_URL', 'QOVERY_API_TOKEN', 'SANDBOX_SECRETS']) {
    expect(lines.filter((line) => line.startsWith(`${name} `))).toHaveLength(1)
  }
  expect(lines).toHaveLength(5)
  expect(lines.join()).not.toContain('bad token')
})

test('settings have second names, and what has no effect is said beside the address', async ({
  folder,
}) => {
  const server = runServer({
    ALIAS_CONSOLE_PORT: '0',
    ALIAS_CONSOLE_HOST: '127.0.0.2',
    ALIAS_CONSOLE_DATA_DIR: folder,
    ALIAS_CONSOLE_API_TOKEN: 'qov_tripwire-without-effect',
    ALIAS_CONSOLE_TOKEN: 'qov_tripwire-of-no-setting',
  })
  try {
    expect(await server.address()).toMatch(/^http:\/\/127\.0\.0\.2:\d+\/$/)
    expect(await readdir(folder)).toContain('sandbox.db')
  } finally {
    server.child.kill('SIGKILL')
  }
  const { stdout, stderr } = await server.ended
  expect(stderr.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^ALIAS_CONSOLE_TOKEN is no setting/),
    expect.stringMatching(/^ALIAS_CONSOLE_API_TOKEN is not used without ALIAS_CONSOLE_API_URL/),
  ])
  expect(stdout + stderr).not.toContain('tripwire')
})

test('who reads no notice keeps the server from nothing', async ({ folder }) => {
  const server = runServer({ PORT: '0', DATA_DIR: folder, ALIAS_CONSOLE_TOKEN: 'of-no-setting' })
  server.child.stderr.destroy()
  try {
    expect((await fetch(await server.address())).status).toBe(200)
  } finally {
    server.child.kill('SIGKILL')
  }
})

test('a data folder that cannot be written is one sentence and a failure', async ({ folder }) => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  const { code, lines } = await runToEnd({ DATA_DIR: join(file, 'data') })
  expect(code).toBe(1)
  expect(lines).toEqual([expect.stringMatching(/The data folder .* cannot be written/)])
})

// To be the first process of a system of its own takes the rights of root, and Linux.
const asFirst = ['--pid', '--fork', '--kill-child']
if (spawnSync('unshare', [...asFirst, 'true']).status === 0) {
  test('a signal that comes while the first process of a container starts ends it', async ({
    folder,
  }) => {
    const child = spawn('unshare', [...asFirst, process.execPath, entry], {
      env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: folder, SANDBOX_SECRETS: '10000' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    // What comes before node has started is lost all the same; what comes once it serves is no part of this.
    const timer = setInterval(() => {
      try {
        const first = childOf(child.pid)
        if (first !== undefined) process.kill(first, 'SIGTERM')
      } catch {
        // It has ended just now.
      }
    }, 20)
    child.stdout.once('data', () => clearInterval(timer))
    await once(child, 'close')
    clearInterval(timer)
    // As one that had begun to serve, where the start was quicker than the signal.
    expect([143, 0]).toContain(child.exitCode)
  })

  test('the server of `npm start` ends where whoever started it went before it was up', async ({
    folder,
  }) => {
    // The first process starts it by another, which ends at once, and waits for it as long as it lives.
    const script = `(npm_lifecycle_event=start "$0" "$1" &); while kill -0 -1 2>/dev/null; do sleep 0.1; done`
    const child = spawn('unshare', [...asFirst, 'sh', '-c', script, process.execPath, entry], {
      env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: folder },
      stdio: 'ignore',
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000)
    await once(child, 'close')
    clearTimeout(timer)
    expect([child.exitCode, child.signalCode]).toEqual([0, null])
    expect(await readdir(folder)).toContain('sandbox.db')
  })
}

// Windows has no signals, and does not tell a process that its parent is gone.
if (process.platform !== 'win32') {
  test('one line names the address, and a signal ends the server cleanly', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const server = await startConsoleServer()
      expect(server.output.stdout.trimEnd().split('\n')).toEqual([
        `Alias Console (sandbox) is at ${server.url}/`,
      ])
      expect((await fetch(server.url)).status).toBe(200)
      expect(await server.end(signal)).toEqual({ code: 0, signal: null })
      expect(server.output.stderr).toBe('')
      await server.dispose()
    }
  })

  test('a folder that is gone under the server is what the sentence names', async ({ folder }) => {
    const lostFolder = join(folder, 'lost')
    await mkdir(lostFolder)
    const { code, stderr } = await runServer({ PORT: '0' }, { lostFolder }).ended
    expect(code).toBe(1)
    expect(stderr).toBe('The folder that the server was started in is gone: start it in another.\n')
  })

  test('a disk that is too full for the first start is what the sentence names', async ({
    folder,
  }) => {
    const settings = { PORT: '0', DATA_DIR: folder, SANDBOX_SECRETS: '100' }
    const { code, stderr } = await runServer(settings, { fileBlocks: 40 }).ended
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^The data folder \S+ (?:is on a disk that is full|cannot be written) \(SQLITE_\w+\)[^\n]*\.\n$/,
    )
    const later = runServer(settings)
    await later.address()
    later.child.kill('SIGTERM')
    expect((await later.ended).code).toBe(0)
  })

  test('a signal opens no debugger in a process that may hold a token', async () => {
    const server = await startConsoleServer()
    try {
      process.kill(server.pid, 'SIGUSR1')
      // Node's debugger writes where it listens, and does so before the next signal is heard.
      expect((await fetch(server.url)).status).toBe(200)
      expect(await server.stop()).toEqual({ code: 0, signal: null })
      expect(server.output.stderr).toBe('')
    } finally {
      await server.dispose()
    }
  })

  test('the server of `npm start` ends with whoever started it', async ({ folder }) => {
    const starter = spawn(
      process.execPath,
      [
        '--eval',
        `require('node:child_process').spawn(process.execPath, [${JSON.stringify(entry)}], { stdio: 'inherit' })`,
      ],
      {
        env: { ...process.env, npm_lifecycle_event: 'start', PORT: '0', DATA_DIR: folder },
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    )
    const [line] = await once(starter.stdout, 'data')
    const address = /http:\S+/.exec(String(line))?.[0] ?? ''
    expect((await fetch(address)).status).toBe(200)
    starter.kill('SIGKILL')
    await expect(async () => {
      await expect(fetch(address)).rejects.toThrow()
    }).toPass()
  })
}
