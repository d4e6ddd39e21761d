import { expect } from 'playwright/test'
import { expectSafe, marker } from '../http/expect-safe'
import { test } from '../servers/live-console'
import { sendBytes, values } from '../http/raw-http'
import { requestBytes } from '../http/request-bytes'

// What Kubernetes asks, by the pod's own address, of which the console knows nothing.
const byAddress = ['host: 10.42.3.17:4180']

for (const target of ['/livez', '/readyz', '/readyz?verbose']) {
  test(`a probe at ${target} is answered whatever its Host`, async ({ testbeds }) => {
    const each = [
      requestBytes({ target, headers: byAddress }),
      requestBytes({ target, headers: [`host: ${marker}`, 'host: again'] }),
      requestBytes({ target }),
      requestBytes({
        target,
        headers: [...byAddress, 'sec-fetch-site: cross-site', 'origin: null'],
      }),
      `GET ${target} HTTP/1.0\r\n\r\n`,
    ]
    for (const [mode, { port }] of [
      ['live', testbeds.live],
      ['live', testbeds.held],
      ['sandbox', testbeds.sandbox],
    ] as const) {
      const answers = (await Promise.all(each.map((bytes) => sendBytes(port, bytes)))).flat()
      expect(answers.map(({ status, body }) => `${status} ${body}`)).toEqual(
        each.map(() => '200 ok'),
      )
      for (const answer of answers) expectSafe(answer, { mode })
    }
  })
}

test('a probe may ask for the head alone, and for nothing else', async ({ testbeds }) => {
  const { live } = testbeds
  const ask = async (method: string) => {
    const [answer] = await sendBytes(
      live.port,
      requestBytes({ method, target: '/readyz', headers: byAddress }),
    )
    if (answer === undefined) throw new Error('no answer came')
    expectSafe(answer, { mode: 'live' })
    return answer
  }
  const head = await ask('HEAD')
  expect([head.status, values(head, 'content-length'), head.body]).toEqual([200, ['2'], ''])
  const post = await ask('POST')
  expect([post.status, values(post, 'allow')]).toEqual([405, ['GET, HEAD']])
})

test('what is like a probe is guarded like all else', async ({ testbeds }) => {
  const { live } = testbeds
  const targets = [
    '/livez/',
    '/LIVEZ',
    '/livez.html',
    '/api/livez',
    '//livez',
    '/livez/..',
    '/livez%2f',
  ]
  const answers = targets.map((target) =>
    sendBytes(live.port, requestBytes({ target, headers: byAddress })),
  )
  expect((await Promise.all(answers)).flat().map(({ status }) => status)).toEqual(
    targets.map(() => 403),
  )
})

test('probes leave no line in the log', async ({ testbeds }) => {
  const { live } = testbeds
  const before = live.server.output.stdout
  await sendBytes(live.port, requestBytes({ target: '/readyz', headers: byAddress }))
  await sendBytes(live.port, requestBytes({ method: 'POST', target: '/livez' }))
  // The line of a call after them is there, maybe with some of calls before that were written late.
  await sendBytes(live.port, requestBytes({ target: '/api/none', headers: byAddress }))
  await expect.poll(() => live.server.output.stdout).not.toBe(before)
  expect(live.server.output.stdout.slice(before.length)).toMatch(/^(?:GET - 403 \d+ ms \S+\n)+$/)
})
