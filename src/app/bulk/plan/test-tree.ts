import type { Environment, Service } from '../../../qovery/owner-schema'
import { testId } from '../../../qovery/test-secrets'
import { makeTree, type ProjectTree } from '../../queries/project-tree'

export const testProjectId = testId(90)

const list = <Item>(results: Item[]) =>
  ({ status: 'fulfilled', value: { results, unreadable: [] } }) as const

/** For tests: a project whose environments have services as named, “name type” each. */
export const testTree = (environments: Record<string, readonly string[]>): ProjectTree => {
  let last = 100
  const services: Service[] = []
  const read = Object.entries(environments).map(([label, own]): Environment => {
    const [name = ''] = label.split('#')
    const id = testId(last++)
    for (const each of own) {
      const [called = '', type = 'application'] = each.split(' ')
      services.push({
        id: testId(last++),
        created_at: null,
        name: called,
        service_type: type.toUpperCase(),
        job_type: null,
        environment_id: id,
        environment_name: name,
        project_id: testProjectId,
      })
    }
    return { id, created_at: null, name, mode: 'STAGING', expires_at: null }
  })
  return makeTree(testProjectId, list(read), list(services))
}
