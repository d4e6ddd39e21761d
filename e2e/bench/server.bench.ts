import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import * as z from 'zod/mini'
import { secretList } from '../../src/qovery/schema'
import { storefront } from '../../src/server/sandbox/seed-projects'
import { startConsoleServer } from '../servers/console-server'
import { callApi } from '../http/call-api'
import { report } from './report'
import { createAliasBytes, listBytes, pageBytes } from './server-calls'
import { ask } from './server-load'
import { memoryOf, tellingMemory } from './server-memory'
import { installedNginx, startPlainProxy } from './server-nginx'
import { isolate, processorTime, release } from './server-process'
import { consoleEntry, emptyServer, startTime } from './server-start'
import { startBareUpstream } from './server-upstream'
import { median } from './statistics'

const group = 'Server'
const exampleId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const onLinux = process.platform === 'linux'

test('start to first answer', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'alias-console-bench-'))
  const empty: number[] = []
  const sandbox: number[] = []
  const live: number[] = []
  for (let round = 0; round < 15; round += 1) {
    empty.push(await startTime(emptyServer, {}))
    sandbox.push(await startTime(consoleEntry, { DATA_DIR: folder }))
    live.push(await startTime(consoleEntry, { QOVERY_API_URL: 'https://api.qovery.com' }))
  }
  const limit = median(empty)
  for (const [mode, times] of [
    ['sandbox', sandbox],
    ['live', live],
  ] as const) {
    report({
      group,
      what: `start to first answer, ${mode}`,
      console: `${median(times).toFixed(0)} ms`,
      against: `an empty node:http server ${limit.toFixed(0)} ms`,
      ratio: median(times) / limit,
      bar: '≤ 3.00',
    })
  }
  await rm(folder, { recursive: true, force: true })
})

/** A console and a plain nginx before the same API, which answers after so many milliseconds. */
const startSides = async (program: string, delay: number) => {
  const upstream = await startBareUpstream(delay)
  const [server, nginx] = await Promise.all([
    startConsoleServer({ QOVERY_API_URL: `http://127.0.0.1:${upstream.port}` }),
    startPlainProxy(program, upstream.port),
  ])
  const port = Number(new URL(server.url).port)
  const load = (count: number, connections: number) => (side: number) =>
    ask({
      port: side,
      // The same bytes to both: nginx passes on what the console's page sends.
      request: () => createAliasBytes(port, 'BENCH'),
      count,
      connections,
      status: 201,
    })
  return {
    console: { port, pid: server.pid },
    nginx,
    load,
    close: async () => {
      await Promise.all([server.dispose(), nginx.close()])
      await upstream.close()
    },
  }
}

const noNginx = 'not taken: nginx is not installed'
const config = 'nginx with one worker and its own defaults'

test('a POST forwarded, beside nginx', async () => {
  const program = installedNginx()
  for (const delay of [0, 20]) {
    const what = `a POST forwarded, API answers ${delay === 0 ? 'at once' : `after ${delay} ms`}, median`
    if (program === undefined) {
      report({ group, what, console: noNginx })
      continue
    }
    const sides = await startSides(program, delay)
    isolate(sides.console.pid)
    isolate(sides.nginx.pid)
    const count = delay === 0 ? 500 : 50
    const one = sides.load(count, 1)
    const own: number[] = []
    const theirs: number[] = []
    // Both are as fast as they get before anything counts.
    await sides.load(delay === 0 ? 4000 : 100, 4)(sides.console.port)
    for (let round = 0; round < 8; round += 1) {
      theirs.push(...(await one(sides.nginx.port)))
      own.push(...(await one(sides.console.port)))
    }
    report({
      group,
      what,
      console: `${median(own).toFixed(2)} ms`,
      against: `${config} ${median(theirs).toFixed(2)} ms`,
      ratio: median(own) / median(theirs),
      bar: delay === 0 ? '≤ 2.00' : '≤ 1.05',
    })
    release()
    await sides.close()
  }
})

test('POSTs forwarded on one processor, beside nginx', async () => {
  const program = installedNginx()
  if (program === undefined || !onLinux) {
    const why = onLinux ? noNginx : 'not taken: only Linux tells the processor’s time'
    report({ group, what: 'POSTs forwarded on one processor', console: why })
    return
  }
  const sides = await startSides(program, 0)
  const isolated = isolate(sides.console.pid) && isolate(sides.nginx.pid)
  const count = 4000
  const many = sides.load(count, 16)
  const take = async ({ port, pid }: { port: number; pid: number }) => {
    const [began, before] = [performance.now(), processorTime(pid)]
    await many(port)
    const seconds = (performance.now() - began) / 1000
    const processor = (processorTime(pid) - before) / 1000
    return { wall: count / seconds, processor: count / processor }
  }
  const own: Awaited<ReturnType<typeof take>>[] = []
  const theirs: typeof own = []
  // Both are as fast as they get before anything counts.
  for (let round = 0; round < 3; round += 1) await many(sides.console.port)
  for (let round = 0; round < 5; round += 1) {
    theirs.push(await take(sides.nginx))
    own.push(await take(sides.console))
  }
  for (const [kind, what] of [
    ['processor', 'POSTs forwarded for each second of its processor'],
    ['wall', `POSTs forwarded a second${isolated ? ', on one processor' : ''}`],
  ] as const) {
    const [ours, limit] = [own, theirs].map((all) => median(all.map((each) => each[kind])))
    if (ours === undefined || limit === undefined) throw new Error('Nothing was measured.')
    report({
      group,
      what: `${what}, 16 at a time`,
      console: ours.toFixed(0),
      against: `${config} ${limit.toFixed(0)}`,
      ratio: ours / limit,
    })
  }
  release()
  await sides.close()
})

test('aliases created in the sandbox, durably', async () => {
  const server = await startConsoleServer()
  const port = Number(new URL(server.url).port)
  let made = 0
  const create = async (count: number, connections: number) => {
    const began = performance.now()
    const request = () => createAliasBytes(port, `BENCH_${(made += 1)}`, 'qov_sandbox')
    await ask({ port, request, count, connections, status: 201 })
    return count / ((performance.now() - began) / 1000)
  }
  await create(500, 8)
  for (const [connections, count] of [
    [1, 500],
    [16, 2000],
  ] as const) {
    const rates: number[] = []
    for (let round = 0; round < 5; round += 1) rates.push(await create(count, connections))
    report({
      group,
      what: `aliases created and on the disk, ${connections} at a time`,
      console: `${median(rates).toFixed(0)} a second`,
      ...(connections === 1 ? {} : { bar: '≥ 500' }),
    })
  }
  // Every one of them was acknowledged: a kill at once must not have cost any.
  await server.kill9()
  await server.restart()
  const { body } = await callApi(port, { path: `/project/${exampleId}/secret` })
  const keys = z.parse(secretList, body).results?.map(({ key }) => key) ?? []
  expect(keys.filter((key) => key.startsWith('BENCH_'))).toHaveLength(made)
  await server.dispose()
})

test('memory over 100,000 requests', async () => {
  if (process.platform === 'win32') {
    const why = 'not taken: Windows has no signals'
    report({ group, what: 'memory after 100,000 requests', console: why })
    return
  }
  const upstream = await startBareUpstream(0)
  const server = await startConsoleServer({
    QOVERY_API_URL: `http://127.0.0.1:${upstream.port}`,
    ...tellingMemory,
  })
  const port = Number(new URL(server.url).port)
  const load = async (count: number) => {
    const each = { port, count: count / 2, connections: 8 }
    const post = () => createAliasBytes(port, 'BENCH')
    await ask({ ...each, request: post, status: 201 })
    await ask({ ...each, request: () => pageBytes(port), status: 200 })
  }
  await load(10_000)
  const early = await memoryOf(server)
  await load(40_000)
  const half = await memoryOf(server)
  await load(50_000)
  const late = await memoryOf(server)
  for (const [name, ours, limit, when] of [
    ['heap and buffers', late.held, early.held, 'after 10,000'],
    // Node takes more room for its youngest objects while it warms up, and keeps it.
    ['the whole process', late.whole, half.whole, 'after 50,000'],
  ] as const) {
    report({
      group,
      what: `${name} after 100,000 requests`,
      console: `${ours.toFixed(1)} MB`,
      against: `${when} ${limit.toFixed(1)} MB`,
      ratio: ours / limit,
      bar: '≤ 1.10',
    })
  }
  await server.dispose()
  await upstream.close()
})

test('lists of 10,000 and of 100,000 secrets', async () => {
  const perSecret: number[] = []
  for (const secrets of [10_000, 100_000]) {
    const server = await startConsoleServer({ SANDBOX_SECRETS: String(secrets) })
    const port = Number(new URL(server.url).port)
    const list = (count: number) =>
      ask({
        port,
        request: () => listBytes(port, storefront.id),
        count,
        connections: 1,
        status: 200,
      })
    await list(3)
    const taken = median(await list(7))
    perSecret.push(taken / secrets)
    report({ group, what: `list of ${secrets} secrets`, console: `${taken.toFixed(0)} ms` })
    await server.dispose()
  }
  const [few, many] = perSecret.map((milliseconds) => milliseconds * 1000)
  if (few === undefined || many === undefined) throw new Error('Nothing was measured.')
  report({
    group,
    what: 'a secret in a list of 100,000, beside in one of 10,000',
    console: `${many.toFixed(2)} µs`,
    against: `${few.toFixed(2)} µs`,
    ratio: many / few,
    bar: '≤ 1.30',
  })
})
