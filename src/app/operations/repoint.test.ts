import { describe, expect, test } from 'vitest'
import { ApiError } from '../../qovery/errors'
import type { CreateAliasRequest, Secret } from '../../qovery/schema'
import { testLink, testList, testSecret } from '../../qovery/test-secrets'
import type { Progress } from './kind'
import type { Mark } from './operation'
import { pollDelays } from './poll'
import { runRepoint } from './repoint'
import { isOpen, stale, type Result } from './result'
import { testRepoint, testRunning } from './test-operations'

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`
const lost = new ApiError({ kind: 'network', sent: true })
const notSent = new ApiError({ kind: 'network', sent: false })
const http = (status: number) => new ApiError({ kind: 'http', sent: true, status })

const secretAt = (last: number): Secret => testSecret({ id: id(last), key: `TARGET_${last}` })
const aliasOf = (own: number, target: number): Secret =>
  testSecret({
    id: id(own),
    key: 'NAME',
    variable_type: 'ALIAS',
    description: 'kept',
    enable_interpolation_in_file: true,
    aliased_secret: testLink({ id: id(target), key: `TARGET_${target}` }),
  })
const [oldTarget, newTarget] = [1, 2]
const alias = aliasOf(3, oldTarget)
const operation = testRepoint({
  seen: alias,
  from: { id: id(oldTarget), key: 'TARGET_1' },
  to: { id: id(newTarget), key: 'TARGET_2' },
})
/** A run that was cut off after a call may have been sent. */
const cutOff = (stage: NonNullable<Mark['stage']>): Mark => ({
  idless: 0,
  stage,
  postId: id(9),
  alias,
})

/** What happens to a call: it is heard and answered, refused, or its answer is lost before or after it was done. */
type Fate = 'done' | 'refused' | 'not sent' | 'lost before' | 'lost after' | 'lost and late'
interface Fates {
  delete?: Fate[]
  create?: Fate[]
  /** Each look at the list: whether it can be read. */
  list?: boolean[]
  /** At which look what is late takes effect, just before the list is read. */
  lateAt?: number
  /** Whether the key is taken by what the list does not show. */
  heldOutside?: boolean
}

/** A project that does what it is asked, as far as the calls' fates let it. What is not scripted is done. */
const projectWith = (fates: Fates, list: Secret[] = [secretAt(1), secretAt(2), alias]) => {
  const project = { list: [...list], posts: [] as CreateAliasRequest[], deletes: 0, looks: 0 }
  let ids = 100
  let late: (() => unknown) | undefined
  const meet = async <Answer>(fate: Fate | undefined, act: () => Answer): Promise<Answer> => {
    if (fate === 'refused') throw http(403)
    if (fate === 'not sent') throw notSent
    if (fate === 'lost before') throw lost
    if (fate === 'lost and late') {
      late = act
      throw lost
    }
    const answer = act()
    if (fate === 'lost after') throw lost
    return answer
  }
  const client = {
    listSecrets: async () => {
      project.looks += 1
      if (project.looks === fates.lateAt) late?.()
      if (fates.list?.shift() === false) throw lost
      return testList([...project.list])
    },
    deleteSecret: ({ secretId }: { secretId: string }) => {
      project.deletes += 1
      return meet(fates.delete?.shift(), () => {
        if (!project.list.some((each) => each.id === secretId)) throw http(404)
        project.list = project.list.filter((each) => each.id !== secretId)
      })
    },
    createSecretAlias: ({ secretId }: { secretId: string }, request: CreateAliasRequest) => {
      project.posts.push(request)
      return meet(fates.create?.shift(), () => {
        if (fates.heldOutside === true || project.list.some(({ key }) => key === request.key))
          throw http(409)
        if (!project.list.some((each) => each.id === secretId)) throw http(404)
        ids += 1
        const { key, description = null, enable_interpolation_in_file = null } = request
        const fresh = aliasOf(ids, Number(secretId.slice(-12)))
        const made = { ...fresh, key, description, enable_interpolation_in_file }
        project.list.push(made)
        return made
      })
    },
  }
  return { project, client }
}

const run = async (fates: Fates, from?: Mark, list?: Secret[]) => {
  const { project, client } = projectWith(fates, list)
  const saved: Mark[] = []
  const progress: Progress[] = []
  const go = (mark?: Mark) =>
    runRepoint(
      operation,
      testRunning(client, {
        save: async (each) => void saved.push(each),
        onProgress: (each) => progress.push(each),
      }),
      mark,
    )
  const ended = await go(from)
  const named = () => project.list.filter(({ key }) => key === 'NAME')
  const targets = () => named().map((each) => each.aliased_secret?.id)
  const last = () => saved.at(-1) ?? from
  return { ended, project, saved, progress, named, targets, last, resume: () => go(last()) }
}

describe('an alias that is made while the list cannot be read', () => {
  // The list is read before the deletion and three times after the lost call; then it is not, and the alias comes.
  const fates = (...rest: boolean[]): Fates => ({
    create: ['lost and late', 'refused'],
    lateAt: 1 + pollDelays.length,
    list: [...Array.from({ length: pollDelays.length }, () => true), false, ...rest],
  })

  test('is found, though to bring the old one back was refused', async () => {
    const { ended, targets } = await run(fates(true))
    expect(ended).toMatchObject({ kind: 'done', by: 'list' })
    expect(targets()).toEqual([id(newTarget)])
  })

  test('is found as well where it is the old one, which was brought back late', async () => {
    const looks = Array.from({ length: 2 * pollDelays.length }, () => true)
    const { ended, targets } = await run({
      create: ['lost before', 'lost and late'],
      lateAt: 1 + looks.length,
      list: [...looks, false, true],
    })
    expect(ended).toMatchObject({ kind: 'refused', left: 'restored' })
    expect(targets()).toEqual([id(oldTarget)])
  })

  test('is not called missing where the list cannot be read since', async () => {
    const { ended } = await run(fates(false))
    expect(ended).toMatchObject({ kind: 'unknown', why: 'list', stage: 'restoring' })
  })
})

test('the alias is deleted and made again with its description and its interpolation', async () => {
  const { ended, project, targets, saved } = await run({})
  expect(ended.kind).toBe('done')
  expect(targets()).toEqual([id(newTarget)])
  expect(project.posts).toEqual([
    { key: 'NAME', description: 'kept', enable_interpolation_in_file: true },
  ])
  expect(saved.map(({ stage }) => stage)).toEqual(['deleting', 'creating', 'creating'])
})

describe('what somebody wrote about the alias meanwhile goes along', () => {
  const edited: Secret = { ...alias, description: 'new', enable_interpolation_in_file: false }
  const written = { key: 'NAME', description: 'new', enable_interpolation_in_file: false }

  test('when it is pointed elsewhere', async () => {
    const { ended, project } = await run({}, undefined, [secretAt(1), secretAt(2), edited])
    expect(ended.kind).toBe('done')
    expect(project.posts).toEqual([written])
  })

  test('when it is brought back', async () => {
    const { ended, project } = await run({ create: ['refused'] }, undefined, [
      secretAt(1),
      secretAt(2),
      edited,
    ])
    expect(ended).toMatchObject({ kind: 'refused', left: 'restored' })
    expect(project.posts).toEqual([written, written])
  })

  test('when the run was cut off before or after the DELETE', async () => {
    const { saved } = await run({}, undefined, [secretAt(1), secretAt(2), edited])
    expect(saved.map((mark) => mark.alias)).toEqual([edited, edited, edited])
    const again = await run({}, cutOff('deleting'), [secretAt(1), secretAt(2), edited])
    expect(again.project.posts).toEqual([written])
  })

  test('and without a list that says so nothing is deleted', async () => {
    const { ended, project } = await run({ list: [false] }, undefined, [
      secretAt(1),
      secretAt(2),
      edited,
    ])
    expect(ended).toMatchObject({ kind: 'stale', why: 'unread' })
    expect(project.deletes).toBe(0)
  })
})

describe('nothing is deleted', () => {
  const refusal = { kind: 'refused', left: 'unchanged' }
  test.each([
    ['the target is gone', {}, [secretAt(1), alias], { why: 'target gone' }],
    [
      'the alias points elsewhere by now',
      {},
      [secretAt(1), secretAt(2), aliasOf(3, 2)],
      { why: 'changed' },
    ],
    ['the alias is gone', {}, [secretAt(1), secretAt(2)], { why: 'gone' }],
    ['the list cannot be read', { list: [false] }, undefined, { why: 'unread' }],
    ['the DELETE is refused', { delete: ['refused'] }, undefined, refusal],
    ['nothing could be sent', { delete: ['not sent'] }, undefined, refusal],
  ] satisfies [string, Fates, Secret[] | undefined, object][])(
    'and nothing created where %s',
    async (_, fates, list, why) => {
      const { ended, project, named } = await run(fates, undefined, list)
      expect(ended).toMatchObject({ kind: 'stale', ...why })
      expect(project.posts).toEqual([])
      expect(named()).toEqual((list ?? [alias]).filter(({ key }) => key === 'NAME'))
    },
  )
})

test('a DELETE that a browser sent twice goes on, though the second found nothing', async () => {
  const { client, project } = projectWith({})
  const deleteSecret = async (params: { secretId: string }) => {
    await client.deleteSecret(params)
    throw http(404)
  }
  const ended = await runRepoint(operation, testRunning({ ...client, deleteSecret }))
  expect(ended.kind).toBe('done')
  expect(project.posts).toHaveLength(1)
})

test('the old alias comes back when the new one is refused', async () => {
  const { ended, targets, progress } = await run({ create: ['refused'] })
  expect(ended).toMatchObject({ kind: 'refused', left: 'restored', failure: { status: 403 } })
  expect(targets()).toEqual([id(oldTarget)])
  expect(new Set(progress.map(({ stage }) => stage))).toEqual(
    new Set(['deleting', 'creating', 'restoring']),
  )
})

test('when neither can be made it is said, and a later try brings the old one back', async () => {
  const { ended, named, last, resume, targets } = await run({ create: ['refused', 'refused'] })
  expect(ended).toMatchObject({ kind: 'refused', left: 'missing' })
  expect(named()).toEqual([])
  expect(last()).toMatchObject({ stage: 'restoring', postId: null })
  expect(await resume()).toMatchObject({ kind: 'refused', left: 'restored' })
  expect(targets()).toEqual([id(oldTarget)])
})

test('a name that somebody took between the steps is theirs', async () => {
  const other: Secret = { ...secretAt(7), key: 'NAME' }
  const { ended, named } = await run({}, cutOff('creating'), [secretAt(1), secretAt(2), other])
  expect(ended).toMatchObject({ kind: 'conflict', existing: other })
  expect(named()).toEqual([other])
})

test('a lost POST that takes effect while the old alias is brought back has re-pointed it', async () => {
  const cut = cutOff('restoring')
  const late = aliasOf(8, newTarget)
  const { ended, named } = await run({}, cut, [secretAt(1), secretAt(2), late])
  expect(ended).toEqual({ kind: 'done', by: 'list', secret: late })
  expect(named()).toEqual([late])
})

test('a cut-off deletion whose list cannot be read is unknown, never said to be untouched', async () => {
  const cut = cutOff('deleting')
  const { ended } = await run({ list: [false] }, cut, [secretAt(1), secretAt(2)])
  expect(ended).toMatchObject({ kind: 'unknown', stage: 'deleting', why: 'list' })
})

test('a taken key without a list to see by whom is unknown: it may be our own', async () => {
  const cut = cutOff('creating')
  const { ended } = await run({ list: [false] }, cut, [secretAt(1), secretAt(2), aliasOf(8, 2)])
  expect(ended).toMatchObject({ kind: 'unknown', stage: 'creating', why: 'list' })
})

test('a key that is held outside the list is looked for once in each step', async () => {
  const cut = cutOff('creating')
  const { ended, project } = await run({ heldOutside: true }, cut, [secretAt(1), secretAt(2)])
  expect(ended).toMatchObject({ kind: 'refused', left: 'missing', failure: { status: 409 } })
  expect(project.looks).toBe(2)
})

test('a deletion that was cut off goes on where it stood', async () => {
  const cut = cutOff('deleting')
  const gone = await run({}, cut, [secretAt(1), secretAt(2)])
  expect(gone.ended.kind).toBe('done')
  const still = await run({}, cut)
  expect(still.ended.kind).toBe('done')
  expect(still.targets()).toEqual([id(newTarget)])
})

test('a cut-off deletion that was heard brings the old alias back where the new target is gone', async () => {
  const cut = cutOff('deleting')
  const { ended, targets } = await run({}, cut, [secretAt(1)])
  expect(ended).toMatchObject({ kind: 'refused', left: 'restored', failure: { status: 404 } })
  expect(targets()).toEqual([id(oldTarget)])
})

test('a cut-off deletion that was not heard is not sent again where the new target is gone', async () => {
  const cut = cutOff('deleting')
  const { ended, project } = await run({}, cut, [secretAt(1), alias])
  expect(ended).toMatchObject({ kind: 'unconfirmed', because: { why: 'target gone' } })
  expect(project.deletes).toBe(0)
})

describe('while a DELETE may still take effect, the alias is kept so far, and nothing is created', () => {
  const dependent: Secret = { ...aliasOf(6, 3), key: 'DEPENDENT' }
  const cut = cutOff('deleting')
  const there = [secretAt(1), secretAt(2), alias]

  test.each([
    ['its answer is lost', undefined, { delete: ['lost before'] }, there, null],
    ['the next one is lost', cut, { delete: ['lost before'] }, there, null],
    ['the next one is refused', cut, { delete: ['refused'] }, there, { kind: 'refused' }],
    ['the next one is not sent', cut, { delete: ['not sent'] }, there, { kind: 'refused' }],
    ['something depends on it', cut, {}, [...there, dependent], stale('more dependents')],
    ['it points elsewhere', cut, {}, [secretAt(1), secretAt(2), aliasOf(3, 2)], { why: 'changed' }],
  ] satisfies [string, Mark | undefined, Fates, Secret[], object | null][])(
    'where %s',
    async (_, from, fates, list, why) => {
      const { ended, project } = await run(fates, from, list)
      expect(ended).toMatchObject({ kind: 'unconfirmed', because: why })
      expect(isOpen(ended)).toBe(true)
      expect(project.posts).toEqual([])
    },
  )

  test('and where it takes effect later, going on makes the alias again', async () => {
    const { ended, project, resume, targets } = await run({ delete: ['lost before'] })
    expect(ended.kind).toBe('unconfirmed')
    project.list = [secretAt(1), secretAt(2)]
    expect((await resume()).kind).toBe('done')
    expect(targets()).toEqual([id(newTarget)])
    expect(project.deletes).toBe(1)
  })
})

describe('whatever happens to each call, what is said is true, and a resumed run ends well', () => {
  const each: Fate[] = ['done', 'refused', 'not sent', 'lost before', 'lost after']
  const lists = [[], [true, ...Array<boolean>(30).fill(false)]]
  const cases = each.flatMap((first) =>
    each.flatMap((second) =>
      each.flatMap((third) => lists.map((list) => ({ first, second, third, list }))),
    ),
  )
  const truth = (result: Result): string[] => {
    switch (result.kind) {
      case 'done':
        return ['points at the new']
      case 'refused':
        return [
          { unchanged: 'as it was', restored: 'made again as it was', missing: 'gone' }[
            result.left
          ],
        ]
      case 'stale':
      case 'unconfirmed':
        return ['as it was']
      case 'unknown':
        return ['points at the new', 'as it was', 'made again as it was', 'gone']
      case 'conflict':
      case 'cancelled':
        return []
    }
  }
  const stateOf = ([one, ...more]: Secret[]) => {
    if (more.length > 0) return 'there twice'
    if (one === undefined) return 'gone'
    if (one.id === alias.id) return 'as it was'
    return one.aliased_secret?.id === id(newTarget) ? 'points at the new' : 'made again as it was'
  }

  test.each(cases)('$first, $second, $third, $list.length looks', async (fate) => {
    const fates = {
      delete: [fate.first],
      create: [fate.second, fate.third],
      list: [...fate.list],
    }
    const { ended, named, resume } = await run(fates)
    expect(truth(ended)).toContain(stateOf(named()))
    fates.delete = []
    fates.create = []
    fates.list = []
    const after = isOpen(ended) ? await resume() : ended
    expect(truth(after)).toContain(stateOf(named()))
    expect(isOpen(after)).toBe(false)
  })
})
