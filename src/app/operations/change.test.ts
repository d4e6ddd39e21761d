import { describe, expect, test } from 'vitest'
import { ApiError } from '../../qovery/errors'
import type { EditSecretRequest, Secret, SecretList } from '../../qovery/schema'
import { testLink, testList, testSecret } from '../../qovery/test-secrets'
import { pollDelays } from './poll'
import { runSingle } from './run'
import { testDelete, testEdit, testRunning } from './test-operations'

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`
const secret = (last: number, fields: Partial<Secret> = {}): Secret =>
  testSecret({ id: id(last), key: `KEY_${last}`, ...fields })
const link = (last: number) => testLink({ id: id(last), key: `KEY_${last}` })
const seen = secret(1, { description: 'as it was', enable_interpolation_in_file: true })
const alias = secret(2, { variable_type: 'ALIAS', aliased_secret: link(1) })

const lost = new ApiError({ kind: 'network', sent: true })
const http = (status: number) => new ApiError({ kind: 'http', sent: true, status })

type Script<Answer> = (Answer | ApiError)[]
const player = <Answer>(script: Script<Answer>) => {
  let calls = 0
  return {
    play: async (): Promise<Answer> => {
      const answer = script[Math.min(calls, script.length - 1)]
      calls += 1
      if (answer === undefined) throw new Error('nothing scripted')
      if (answer instanceof ApiError) throw answer
      return answer
    },
    get calls() {
      return calls
    },
  }
}
/** A list of which everything could be read, unless it is given otherwise. */
const listed = (list: Listed): SecretList => (Array.isArray(list) ? testList(list) : list)
type Listed = Secret[] | SecretList

const remove = async (
  answers: Script<'done'>,
  lists: Script<Listed>,
  { dependents = [id(2)], of = seen }: { dependents?: string[]; of?: Secret } = {},
) => {
  const answer = player(answers)
  const list = player(lists)
  const looks: number[] = []
  const client = {
    deleteSecret: async () => {
      await answer.play()
    },
    listSecrets: async () => listed(await list.play()),
  }
  const ended = await runSingle(
    testDelete({ seen: of, dependents }),
    testRunning(client, {
      onProgress: (progress) => progress.kind === 'confirming' && looks.push(progress.attempt),
    }),
  )
  return { ended, looks, sent: answer.calls }
}

describe('a deletion', () => {
  test('is sent once the list says that it is that very secret, with nothing else to go', async () => {
    const { ended, sent } = await remove(['done'], [[seen, alias]])
    expect(ended).toEqual({ kind: 'done', by: 'answer', secret: null })
    expect(sent).toBe(1)
  })

  test.each([
    ['the list cannot be read', [lost], 'unread'],
    ['somebody deleted it', [[alias]], 'gone'],
    ['it has another name', [[{ ...seen, key: 'RENAMED' }]], 'changed'],
    ['it points elsewhere', [[{ ...seen, aliased_secret: link(7) }]], 'changed'],
    [
      'another alias would go along',
      [[seen, alias, secret(3, { variable_type: 'ALIAS', aliased_secret: link(1) })]],
      'more dependents',
    ],
  ] satisfies [string, Script<Listed>, string][])('is not sent where %s', async (_, lists, why) => {
    const { ended, sent } = await remove(['done'], lists)
    expect(ended).toMatchObject({ kind: 'stale', why, sent: false })
    expect(sent).toBe(0)
  })

  test('is not stopped by less going along than was agreed to', async () => {
    expect((await remove(['done'], [[seen]])).ended.kind).toBe('done')
  })

  test.each([400, 401, 403, 409, 429, 503])('that ends with %i is refused', async (status) => {
    const { ended, sent } = await remove([http(status)], [[seen]])
    expect(ended.kind).toBe('refused')
    expect(sent).toBe(1)
  })

  test('that ends with 404 found nothing', async () => {
    expect((await remove([http(404)], [[seen]])).ended).toMatchObject({
      kind: 'stale',
      why: 'gone',
      sent: true,
    })
  })

  test.each([lost, http(500), new ApiError({ kind: 'decode', sent: true, status: 200 })])(
    'whose answer is lost (%s) is settled by the list',
    async (error) => {
      const { ended, looks, sent } = await remove([error], [[seen], [seen], lost, [alias]])
      expect(ended).toEqual({ kind: 'done', by: 'list', secret: null })
      expect(looks).toEqual([1, 2, 3])
      expect(sent).toBe(1)
    },
  )

  test('that the list never confirms is kept, and unknown where it cannot be read', async () => {
    const unconfirmed = await remove([lost], [[seen]])
    expect(unconfirmed.ended.kind).toBe('unconfirmed')
    expect(unconfirmed.looks).toHaveLength(pollDelays.length)
    expect((await remove([lost], [[seen], lost])).ended.kind).toBe('unknown')
  })
})

const edit = async (answers: Script<Secret>, lists: Script<Listed>) => {
  const answer = player(answers)
  const list = player(lists)
  const bodies: EditSecretRequest[] = []
  const client = {
    editSecret: (_params: object, body: EditSecretRequest) => {
      bodies.push(body)
      return answer.play()
    },
    listSecrets: async () => listed(await list.play()),
  }
  const ended = await runSingle(testEdit({ seen }), testRunning(client))
  return { ended, bodies }
}
const renamed = { ...seen, key: 'RENAMED', description: null }

describe('an edit', () => {
  test('sends key, description and the interpolation as it is, and never a value', async () => {
    const { ended, bodies } = await edit([renamed], [[seen]])
    expect(ended).toEqual({ kind: 'done', by: 'answer', secret: renamed })
    expect(bodies).toEqual([
      { key: 'RENAMED', description: null, enable_interpolation_in_file: true },
    ])
  })

  test.each([
    ['the list cannot be read', [lost], 'unread'],
    ['somebody deleted it', [[]], 'gone'],
    ['somebody renamed it', [[{ ...seen, key: 'ELSE' }]], 'changed'],
    ['somebody described it otherwise', [[{ ...seen, description: 'new' }]], 'changed'],
  ] satisfies [string, Script<Listed>, string][])('is not sent where %s', async (_, lists, why) => {
    const { ended, bodies } = await edit([renamed], lists)
    expect(ended).toMatchObject({ kind: 'stale', why, sent: false })
    expect(bodies).toEqual([])
  })

  test('to a key that is taken names who has it', async () => {
    const existing = secret(5, { key: 'RENAMED' })
    expect((await edit([http(409)], [[seen], [seen, existing]])).ended).toMatchObject({
      kind: 'conflict',
      existing: existing,
    })
    expect((await edit([http(409)], [[seen], [seen]])).ended).toMatchObject({
      kind: 'conflict',
      existing: null,
    })
    // Without a list nobody knows that it is outside of it.
    expect((await edit([http(409)], [[seen], lost])).ended).toMatchObject({
      kind: 'conflict',
      existing: 'unreadable',
    })
  })

  test('that is refused changed nothing, and of 404 the secret is gone', async () => {
    expect((await edit([http(403)], [[seen]])).ended.kind).toBe('refused')
    expect((await edit([http(404)], [[seen]])).ended).toMatchObject({
      kind: 'stale',
      why: 'gone',
      sent: true,
    })
  })

  test('whose answer is lost is settled by the list', async () => {
    expect((await edit([lost], [[seen], [seen], [renamed]])).ended).toEqual({
      kind: 'done',
      by: 'list',
      secret: renamed,
    })
    expect((await edit([lost], [[seen], []])).ended).toMatchObject({
      kind: 'stale',
      why: 'gone',
      sent: true,
    })
    expect((await edit([lost], [[seen]])).ended.kind).toBe('unconfirmed')
    expect((await edit([lost], [[seen], lost])).ended.kind).toBe('unknown')
  })
})
