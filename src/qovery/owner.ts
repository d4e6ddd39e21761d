const scopes = {
  project: 'PROJECT',
  environment: 'ENVIRONMENT',
  application: 'APPLICATION',
  container: 'CONTAINER',
  job: 'JOB',
  helm: 'HELM',
  terraform: 'TERRAFORM',
  agentic_workflow: 'AGENTIC_WORKFLOW',
} as const

export type OwnerKind = keyof typeof scopes

/** What owns secrets: a project, where nothing else is said, an environment or a service, whose kind is its type. */
export interface Owner<Kind extends OwnerKind = 'project'> {
  kind: Kind
  id: string
}
export type AnyOwner = Owner<OwnerKind>
export type NarrowerOwner = Owner<Exclude<OwnerKind, 'project'>>

export const projectOwner = (id: string): Owner => ({ kind: 'project', id: id.toLowerCase() })

/** The scope of what an owner owns. */
export const scopeOf = ({ kind }: AnyOwner): (typeof scopes)[OwnerKind] => scopes[kind]

/** Owners below the project whose secrets have calls of their own. */
export const ownsBySecret = ['environment', 'application', 'container', 'job'] as const
/** Owners whose secrets are reached by the calls of variables alone. */
export const ownsByVariable = ['helm', 'terraform', 'agentic_workflow'] as const

/** A service as an owner; undefined for a database, an ArgoCD app, and a type that nobody knows yet: they own no secrets. */
export const ownerOfService = (service: {
  id: string
  service_type: string
}): NarrowerOwner | undefined => {
  const kind = [...ownsBySecret, ...ownsByVariable].find(
    (each) => each !== 'environment' && scopes[each] === service.service_type,
  )
  return kind && { kind, id: service.id.toLowerCase() }
}
