import type { Operation } from '../../../src/qovery/routes'

const guid = '([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})'

// Written out a second time instead of taken from src/qovery: a mistake there must not excuse itself here.
const known: [Operation, string, RegExp][] = [
  ['listOrganizations', 'GET', /^\/organization$/],
  ['getOrganization', 'GET', new RegExp(`^/organization/${guid}$`)],
  ['listProjects', 'GET', new RegExp(`^/organization/${guid}/project$`)],
  ['getProject', 'GET', new RegExp(`^/project/${guid}$`)],
  ['listProjectSecrets', 'GET', new RegExp(`^/project/${guid}/secret$`)],
  ['createProjectSecretAlias', 'POST', new RegExp(`^/project/${guid}/secret/${guid}/alias$`)],
  ['editProjectSecret', 'PUT', new RegExp(`^/project/${guid}/secret/${guid}$`)],
  ['deleteProjectSecret', 'DELETE', new RegExp(`^/project/${guid}/secret/${guid}$`)],
]

/** The call that a request line is, exactly as it came over the wire, or undefined where Qovery would not know it. */
export const knownRoute = (method: string, target: string) => {
  for (const [operation, knownMethod, pattern] of known) {
    const match = method === knownMethod ? pattern.exec(target) : null
    if (match !== null) return { operation, ids: match.slice(1) }
  }
  return undefined
}
