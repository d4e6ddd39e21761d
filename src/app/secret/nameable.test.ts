import { describe, expect, test } from 'vitest'
import { projectOwner } from '../../qovery/owner'
import type { Secret } from '../../qovery/schema'
import { linkTo, testId, testSecret } from '../../qovery/test-secrets'
import { find, relate } from '../relations/relate'
import { nameable } from './nameable'

const project = projectOwner(testId(9))

const of = (secret: Secret, ...others: Secret[]) => {
  const related = find(relate({ results: [secret, ...others], unreadable: [] }), secret.id)
  return related && nameable(related, project)
}

const target = testSecret({ id: testId(1), key: 'DB' })
const aliasOf = (linked: Secret) =>
  testSecret({ id: testId(2), key: 'PG', variable_type: 'ALIAS', aliased_secret: linkTo(linked) })

describe('what can be given another name from a secret’s page', () => {
  test('is the secret itself, or what it points at where it is an alias', () => {
    expect(of(target)).toEqual({ kind: 'itself' })
    expect(of(aliasOf(target), target)).toEqual({ kind: 'target', target })
  })

  test('is nothing, with the reason, where the target cannot be aliased or is not known', () => {
    const narrow = { ...target, scope: 'ENVIRONMENT' }
    expect(of(narrow)).toMatchObject({ why: expect.stringContaining('narrower than the project') })
    expect(of(aliasOf(narrow), narrow)).toMatchObject({
      kind: 'nothing',
      why: expect.stringContaining('narrower than the project'),
    })
    const unknown = { kind: 'nothing', why: expect.stringContaining('not known') }
    expect(of(aliasOf(target))).toEqual(unknown)
    expect(of({ ...aliasOf(target), aliased_secret: null })).toEqual(unknown)
  })
})
