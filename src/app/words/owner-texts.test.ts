import { expect, test } from 'vitest'
import { environmentOwner, projectOwner, serviceOwner, type Owner } from '../../qovery/owner'
import { testId, testList, testSecret } from '../../qovery/test-secrets'
import { keyProblems } from '../../rules/alias-key-problems'
import { indexSecrets } from '../../rules/secret-index'
import { inputRow } from '../bulk/input/input-row'
import { findNamedTarget } from '../bulk/plan/find-named-target'
import { leaveOutValues } from '../bulk/plan/leave-out-values'
import { listsOf } from '../bulk/report/lists-of'
import { idsOf } from '../secret/ids-of'

const project = projectOwner(testId(90))
const environment = environmentOwner(project.id, testId(91))
const service = serviceOwner(environment, { kind: 'helm', id: testId(92) })

const unreadable = { why: 'unlike', id: testId(7), name: 'ODD', tiedTo: [] } as const
const index = indexSecrets({ ...testList([testSecret({ key: 'DB' })]), unreadable: [unreadable] })
const problemOf = (of: object) => ('problem' in of ? String(of.problem) : '')

/** What is said of an owner's list, by what it is about. */
const texts: Record<string, (owner: Owner) => string> = {
  'a key that an unreadable entry has': (owner) =>
    keyProblems('ODD', { owner, taken: index })[0]?.message ?? '',
  'a target that nothing has': (owner) => problemOf(findNamedTarget('NOWHERE', index, owner)),
  'a target that an unreadable entry has': (owner) =>
    problemOf(findNamedTarget('ODD', index, owner)),
  'a target that is not shown': (owner) => {
    const rows = [inputRow(1, 'A', 'hunter2'), inputRow(2, 'B', 'NOWHERE')]
    return leaveOutValues(rows, index, owner).rows[0]?.problem ?? ''
  },
  'a job that goes on': (owner) => listsOf([{ owner, state: 'waiting' }]),
}
const owners = { project, environment, service }

test.each(Object.entries(texts))('of %s the owner is told by its own word', (_, textOf) => {
  for (const [word, owner] of Object.entries(owners)) {
    const others = Object.keys(owners).filter((each) => each !== word)
    expect(textOf(owner)).toContain(`${word}’s list`)
    for (const other of others) expect(textOf(owner)).not.toContain(other)
  }
})

test('an address names the IDs of all that it goes through', () => {
  expect([project, environment, service].map(idsOf)).toEqual([
    'two IDs, the project’s and the secret’s',
    'three IDs, the project’s, the environment’s and the secret’s',
    'four IDs, the project’s, the environment’s, the service’s and the secret’s',
  ])
})

test('a job in several places names none of them', () => {
  const rows = [
    { owner: environment, state: 'waiting' },
    { owner: service, state: 'ended' },
    { owner: project, state: 'skipped' },
  ] as const
  expect(listsOf(rows)).toBe('the lists of 2 places')
})
