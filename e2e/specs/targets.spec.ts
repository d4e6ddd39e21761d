import * as fc from 'fast-check'
import { expect } from 'playwright/test'
import { expectSafe } from '../http/expect-safe'
import { test, typedToken, type Testbed } from '../servers/live-console'
import { sendBytes } from '../http/raw-http'
import { fromPage } from '../http/request-bytes'
import { projectId, valueSecretId } from '../servers/upstream/model'

// Every path that Qovery may ever see, written as it is sent.
const canonical = new RegExp(
  `^(?:${[
    String.raw`/organization(?:/ID(?:/project|/services\?project_id=ID))?`,
    '/project/ID(?:/environment|/secret(?:/ID(?:/alias)?)?)?',
    '/environment/ID/services',
    '/(?:environment|application|container|job)/ID/secret(?:/ID(?:/alias)?)?',
    String.raw`/variable\?parent_id=ID&scope=(?:HELM|TERRAFORM|AGENTIC_WORKFLOW)`,
    '/variable/ID(?:/alias)?',
  ].join('|')})$`,
)
const lowerGuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

const ask = async ({ live }: { live: Testbed }, method: string, target: Uint8Array) => {
  const body = method === 'GET' || method === 'DELETE' ? '' : '{"key":"ANY_TARGET"}'
  const head = [
    ...fromPage(live.host),
    `authorization: Token ${typedToken}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
    'connection: close',
  ]
  const bytes = Buffer.concat([
    Buffer.from(`${method} `),
    target,
    Buffer.from([' HTTP/1.1', ...head, '', body].join('\r\n')),
  ])
  const answers = await sendBytes(live.port, bytes)
  for (const answer of answers) expectSafe(answer, { mode: 'live' })
  const beyond = live.upstream.requests.filter(
    (request) => !canonical.test(request.target.replaceAll(lowerGuid, 'ID')),
  )
  const seen = { beyond: beyond.map((request) => request.target), touches: live.tripwire.touches }
  expect(seen).toEqual({ beyond: [], touches: [] })
  return answers
}

const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE')

// What a path is made of, what parsers disagree on, and where somebody would like to get.
const piece = (live: Testbed) =>
  fc.oneof(
    fc.constantFrom('/api', '/organization', '/project', '/secret', '/alias', '/', '//', '\\'),
    fc.constantFrom('/environment', '/services', '/job', '/variable', '/override', '/deploy'),
    fc.constantFrom('?project_id=', '?parent_id=', '&scope=', 'HELM', 'PROJECT', '&parent_id='),
    fc.constantFrom('/api/organization', `/api/project/${projectId}/secret`),
    fc.constantFrom(projectId, valueSecretId, projectId.toUpperCase(), `/${projectId}`),
    fc.constantFrom(
      '.',
      '..',
      '/..',
      '/./',
      '%2e',
      '%2F',
      '%5c',
      '%00',
      '%25',
      '%252e',
      '%',
      '%c0%ae',
    ),
    fc.constantFrom('@', ':', ';', '?', '#', '&', '=', '*', '\t', '\0', '\xa0', '\xff', '\x7f'),
    fc.constantFrom(
      live.tripwire.origin,
      `127.0.0.1:${live.tripwire.port}`,
      '[::1]',
      'http:',
      'https://',
    ),
    fc.string({ maxLength: 4 }),
  )

test('whatever bytes a target has, Qovery sees a known path, rebuilt', async ({ testbeds }) => {
  test.setTimeout(300_000)
  const { live } = testbeds
  const anyTarget = fc
    .uint8Array({ maxLength: 200 })
    // What has a line end in it is no target but more headers, which other tests send.
    .map((bytes) => bytes.filter((byte) => byte !== 0x0a && byte !== 0x0d))
  await fc.assert(
    fc.asyncProperty(method, anyTarget, async (verb, target) => {
      await ask(testbeds, verb, target)
    }),
    { numRuns: 300 },
  )
  const nearTarget = fc.array(piece(live), { maxLength: 8 }).map((pieces) => pieces.join(''))
  await fc.assert(
    fc.asyncProperty(method, nearTarget, fc.boolean(), async (verb, target, underApi) => {
      const whole = underApi ? `/api${target}` : target
      await ask(testbeds, verb, Buffer.from(whole.replaceAll(/[\r\n]/g, ''), 'latin1'))
    }),
    {
      numRuns: 600,
      // Some that do arrive, or the property would hold of a server that forwards nothing.
      examples: [
        ['GET', '/organization', true],
        ['GET', `/project/${projectId.toUpperCase()}/secret`, true],
        ['POST', `/project/${projectId}/secret/${valueSecretId}/alias`, true],
        ['GET', `/organization/${projectId}/services?project_id=${projectId}&x=y`, true],
        ['GET', `/variable?scope=HELM&parent_id=${projectId.toUpperCase()}`, true],
        ['DELETE', `/job/${projectId}/secret/${valueSecretId}`, true],
      ],
    },
  )
  expect(live.upstream.requests.length).toBeGreaterThanOrEqual(6)
  expect(live.upstream.aliases().map(({ key }) => key)).toEqual(['ANY_TARGET'])
})
