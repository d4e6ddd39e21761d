import { randomInt, randomUUID } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'playwright/test'
import * as z from 'zod/mini'
import { secretList } from '../../src/qovery/schema'
import { callApi } from '../http/call-api'
import { startConsoleServer, type ConsoleServer } from '../servers/console-server'
import { createLedger } from './durability-ledger'
import { installedProgram } from '../browsers/installed-program'
import { runServer } from '../servers/run-server'
import { seededRandom } from './seeded-random'

const rounds = Number(process.env['ROUNDS'] ?? 50)
const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31))
const writers = 8

const exampleId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const portOf = ({ url }: ConsoleServer) => Number(new URL(url).port)

test(`whatever was acknowledged outlives ${rounds} kills at any instant`, async () => {
  test.setTimeout(60_000 + rounds * 3000)
  const random = seededRandom(seed)
  const ledger = createLedger()
  const server = await startConsoleServer()
  const port = portOf(server)
  // Whoever clears the system's folder for temporary files meanwhile has lost the data, not the server.
  const witness = join(server.dataFolder, 'witness')
  writeFileSync(witness, '')

  /** Eight writers write until the server is killed: after a number of answers, and somewhat later than the last. */
  const writeUntilKilled = async (agent: Agent) => {
    let answersLeft = Math.floor(random() * 60)
    const delay = random() * 4
    let alive = true
    const kill = async () => {
      await wait(delay)
      await server.kill9()
      alive = false
    }
    let killed: Promise<void> | undefined
    const writer = async (): Promise<void> => {
      try {
        await ledger.write(port, agent)
      } catch (error) {
        // What the ledger itself objects to is no broken connection.
        if (killed === undefined || !isBrokenConnection(error)) throw error
        return
      }
      answersLeft -= 1
      if (answersLeft <= 0) killed ??= kill()
      if (alive) await writer()
    }
    await Promise.all(Array.from({ length: writers }, writer))
    await killed
  }

  try {
    for (let round = 1; round <= rounds; round += 1) {
      const agent = new Agent({ keepAlive: true, maxSockets: writers })
      await test.step(`round ${round}`, async () => {
        expect(existsSync(witness), 'the data folder is the one of the round before').toBe(true)
        await ledger.check(port, agent)
        await writeUntilKilled(agent)
        agent.destroy()
        await server.restart()
      })
    }
    const agent = new Agent({ keepAlive: true, maxSockets: writers })
    await ledger.check(port, agent)
    agent.destroy()
  } catch (error) {
    const words = error instanceof Error ? error.message : ''
    throw new Error(`Again with SEED=${seed}: ${words}\n${server.output.stderr}`, { cause: error })
  } finally {
    await server.dispose()
  }
  expect(ledger.acknowledgedCount).toBeGreaterThan(0)
})

const isBrokenConnection = (error: unknown) =>
  error instanceof Error &&
  ('code' in error ? /^(?:ECONN|EPIPE|UND_)/.test(String(error.code)) : /JSON/.test(error.message))

const post = (port: number, key: string, idempotencyKey: string = randomUUID()) =>
  callApi(port, {
    method: 'POST',
    path: `/project/${exampleId}/secret/${exampleId}/alias`,
    headers: { 'idempotency-key': idempotencyKey },
    body: { key, description: null, enable_interpolation_in_file: false },
  })

const listedKeys = async (port: number) => {
  const { body } = await callApi(port, { path: `/project/${exampleId}/secret` })
  return z.parse(secretList, body).results?.map(({ key }) => key) ?? []
}

test('a second server on the same data folder says so in one sentence and ends', async () => {
  const first = await startConsoleServer()
  try {
    const second = runServer({ DATA_DIR: first.dataFolder, PORT: '0' })
    const { code, stdout, stderr } = await second.ended
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n')).toEqual([
      `The data folder ${first.dataFolder} is in use by another server.`,
    ])
    expect((await post(portOf(first), 'STILL_SERVED')).status).toBe(201)
  } finally {
    await first.dispose()
  }
})

for (const end of ['stop', 'kill9'] as const) {
  test(`an answer is repeated to the same idempotency key after ${end}`, async () => {
    const server = await startConsoleServer()
    try {
      const port = portOf(server)
      const idempotencyKey = randomUUID()
      const before = await post(port, 'ASKED_TWICE', idempotencyKey)
      await server[end]()
      await server.restart()
      const after = await post(port, 'ASKED_TWICE', idempotencyKey)
      expect([before.status, after.status]).toEqual([201, 201])
      expect(after.body).toEqual(before.body)
      expect((await listedKeys(port)).filter((key) => key === 'ASKED_TWICE')).toHaveLength(1)
      expect((await post(port, 'ASKED_TWICE')).status).toBe(409)
    } finally {
      await server.dispose()
    }
  })
}

test('a full disk answers 507, shows no ghost, and what was acknowledged stays', async () => {
  const server = await startConsoleServer()
  const folder = server.dataFolder
  await server.stop()
  // The system refuses to let a file of this process grow beyond the limit, as a full disk would.
  const limited = runServer({ DATA_DIR: folder, PORT: '0' }, { fileBlocks: 600 })
  try {
    const port = Number(new URL(await limited.address()).port)
    const created: string[] = []
    const fill = async (count: number): Promise<number> => {
      const key = `FILLS_${count}`
      const { status } = await post(port, key)
      if (status !== 201) return status
      created.push(key)
      return fill(count + 1)
    }
    expect(await fill(0)).toBe(507)
    const refused = `FILLS_${created.length}`
    expect(created.length).toBeGreaterThan(0)
    const ours = async (at: number) =>
      (await listedKeys(at)).filter((key) => key.startsWith('FILLS_')).toSorted()
    expect(await ours(port)).toEqual(created.toSorted())
    limited.child.kill('SIGKILL')
    await limited.ended
    await server.restart()
    expect(await ours(portOf(server))).toEqual(created.toSorted())
    expect((await post(portOf(server), refused)).status).toBe(201)
  } finally {
    limited.child.kill('SIGKILL')
    await server.dispose()
  }
})

const strace =
  process.platform === 'linux'
    ? installedProgram(['strace'], ['-qq', '-o', '/dev/null', 'true'], 'strace')
    : undefined

// Where nobody may trace, a disk cannot be made to fail; what is answered then has a unit test as well.
if (strace !== undefined) {
  test('a disk that takes no sync is told as it is: nothing that was refused for certain is there after a restart', async () => {
    const server = await startConsoleServer()
    const folder = server.dataFolder
    await server.stop()
    const failing = runServer(
      { DATA_DIR: folder, PORT: '0' },
      { failingSyncs: { from: 40, strace } },
    )
    try {
      const port = Number(new URL(await failing.address()).port)
      const answers = new Map<string, string>()
      const create = async (key: string) => {
        const { status, body } = await post(port, key)
        answers.set(key, `${status} ${JSON.stringify(body)}`)
        return status
      }
      const fill = async (count: number): Promise<void> => {
        if ((await create(`SYNCS_${count}`)) === 201) await fill(count + 1)
      }
      await fill(0)
      for (const key of ['SYNCS_NOT', 'SYNCS_NEVER']) expect(await create(key)).toBe(507)
      const shown = await listedKeys(port)
      failing.child.kill('SIGKILL')
      await failing.ended
      await server.restart()
      const present = new Set(await listedKeys(portOf(server)))
      for (const [key, answer] of answers) {
        if (answer.startsWith('201')) {
          expect(shown, `${key} was acknowledged`).toContain(key)
          expect(present, `${key} was acknowledged`).toContain(key)
        }
        if (answer.includes('Nothing was changed')) {
          expect(present, `${key} was refused for certain`).not.toContain(key)
        }
      }
    } finally {
      failing.child.kill('SIGKILL')
      await server.dispose()
    }
  })
}
