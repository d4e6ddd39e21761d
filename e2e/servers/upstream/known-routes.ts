import type { AnyRouteName } from '../../../src/qovery/all-routes'

const guid = '([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})'

// Written out a second time instead of taken from src/qovery: a mistake there must not excuse itself here.
type Known = [AnyRouteName, string, RegExp]
const known: Known[] = [
  ['listOrganizations', 'GET', /^\/organization$/],
  ['getOrganization', 'GET', new RegExp(`^/organization/${guid}$`)],
  ['listProjects', 'GET', new RegExp(`^/organization/${guid}/project$`)],
  ['getProject', 'GET', new RegExp(`^/project/${guid}$`)],
  ['listProjectSecrets', 'GET', new RegExp(`^/project/${guid}/secret$`)],
  ['createProjectSecretAlias', 'POST', new RegExp(`^/project/${guid}/secret/${guid}/alias$`)],
  ['editProjectSecret', 'PUT', new RegExp(`^/project/${guid}/secret/${guid}$`)],
  ['deleteProjectSecret', 'DELETE', new RegExp(`^/project/${guid}/secret/${guid}$`)],
  ['listEnvironments', 'GET', new RegExp(`^/project/${guid}/environment$`)],
  [
    'listServices',
    'GET',
    new RegExp(String.raw`^/organization/${guid}/services\?project_id=${guid}$`),
  ],
  ['listEnvironmentServices', 'GET', new RegExp(`^/environment/${guid}/services$`)],
  ...(['Environment', 'Application', 'Container', 'Job'] as const).flatMap((kind): Known[] => {
    const secrets = `/${kind.toLowerCase()}/${guid}/secret`
    return [
      [`list${kind}Secrets`, 'GET', new RegExp(`^${secrets}$`)],
      [`create${kind}Secret`, 'POST', new RegExp(`^${secrets}$`)],
      [`create${kind}SecretAlias`, 'POST', new RegExp(`^${secrets}/${guid}/alias$`)],
      [`create${kind}SecretOverride`, 'POST', new RegExp(`^${secrets}/${guid}/override$`)],
      [`edit${kind}Secret`, 'PUT', new RegExp(`^${secrets}/${guid}$`)],
      [`delete${kind}Secret`, 'DELETE', new RegExp(`^${secrets}/${guid}$`)],
    ]
  }),
  [
    'listVariables',
    'GET',
    new RegExp(
      String.raw`^/variable\?parent_id=${guid}&scope=(?:HELM|TERRAFORM|AGENTIC_WORKFLOW)$`,
    ),
  ],
  ['createVariable', 'POST', /^\/variable$/],
  ['createVariableAlias', 'POST', new RegExp(`^/variable/${guid}/alias$`)],
  ['createVariableOverride', 'POST', new RegExp(`^/variable/${guid}/override$`)],
  ['editVariable', 'PUT', new RegExp(`^/variable/${guid}$`)],
  ['deleteVariable', 'DELETE', new RegExp(`^/variable/${guid}$`)],
]

/** The call that a request line is, exactly as it came over the wire, or undefined where Qovery would not know it. */
export const knownRoute = (method: string, target: string) => {
  for (const [operation, knownMethod, pattern] of known) {
    const match = method === knownMethod ? pattern.exec(target) : null
    if (match !== null) return { operation, ids: match.slice(1) }
  }
  return undefined
}
