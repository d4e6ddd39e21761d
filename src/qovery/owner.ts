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
export type NarrowerKind = Exclude<OwnerKind, 'project'>
export type ServiceKind = Exclude<NarrowerKind, 'environment'>

/** What owns secrets, as Qovery's calls name it. A service is of the kind that its type says. */
export interface OwnerRef<Kind extends OwnerKind = OwnerKind> {
  kind: Kind
  id: string
}

export type ProjectOwner = OwnerRef<'project'>
export type EnvironmentOwner = OwnerRef<'environment'> & { projectId: string }
export type ServiceOwner = OwnerRef<ServiceKind> & { projectId: string; environmentId: string }

/** What owns secrets, with the ids of what it lies in: an answer of Qovery's does not say what is around a secret's owner. */
export type Owner = ProjectOwner | EnvironmentOwner | ServiceOwner

export const projectOwner = (id: string): ProjectOwner => ({
  kind: 'project',
  id: id.toLowerCase(),
})

export const environmentOwner = (projectId: string, id: string): EnvironmentOwner => ({
  kind: 'environment',
  id: id.toLowerCase(),
  projectId: projectId.toLowerCase(),
})

export const serviceOwner = (
  { projectId, id: environmentId }: EnvironmentOwner,
  { kind, id }: OwnerRef<ServiceKind>,
): ServiceOwner => ({ kind, id: id.toLowerCase(), projectId, environmentId })

/** The id of the project that an owner is, or lies in. */
export const projectIdOf = (owner: Owner): string =>
  owner.kind === 'project' ? owner.id : owner.projectId

/** An owner and all that is around it, the project first: whose secrets can be seen there. */
export const chainOf = (owner: Owner): readonly [ProjectOwner, ...Owner[]] => {
  const project = projectOwner(projectIdOf(owner))
  if (owner.kind === 'project') return [project]
  if (owner.kind === 'environment') return [project, owner]
  return [project, environmentOwner(owner.projectId, owner.environmentId), owner]
}

export const isSameOwner = (one: OwnerRef, other: OwnerRef): boolean =>
  one.kind === other.kind && one.id === other.id

/** Whether an owner is another one, or lies in it: it sees what that owns. */
export const isWithin = (owner: Owner, other: OwnerRef): boolean =>
  chainOf(owner).some((each) => isSameOwner(each, other))

/** The scope of what an owner owns. */
export const scopeOf = ({ kind }: Pick<OwnerRef, 'kind'>): (typeof scopes)[OwnerKind] =>
  scopes[kind]

/** Owners below the project whose secrets have calls of their own. */
export const ownsBySecret = ['environment', 'application', 'container', 'job'] as const
/** Owners whose secrets are reached by the calls of variables alone. */
export const ownsByVariable = ['helm', 'terraform', 'agentic_workflow'] as const

/** The kinds of services that own secrets. */
export const serviceKinds = ['application', 'container', 'job', ...ownsByVariable] as const

export const isServiceKind = (kind: string): kind is ServiceKind =>
  serviceKinds.some((each) => each === kind)

/** The kind of owner that a service is; undefined for a database, an ArgoCD app, and a type that nobody knows yet: they own no secrets. */
export const kindOfService = (type: string): ServiceKind | undefined =>
  serviceKinds.find((kind) => scopes[kind] === type)

const ranks = { project: 1, environment: 2 } as const
const rankOf = ({ kind }: Pick<OwnerRef, 'kind'>) =>
  kind === 'project' || kind === 'environment' ? ranks[kind] : 3
const allKinds = ['project', 'environment', ...serviceKinds] as const
export const isOwnerKind = (kind: string): kind is OwnerKind => Object.hasOwn(scopes, kind)
const ownerKindOfScope = (scope: string) => allKinds.find((kind) => scopes[kind] === scope)

/**
 * How narrow a scope is: 0 for BUILT_IN, whose real scope is the widest list that shows it, 1 project, 2 environment,
 * 3 service; undefined for one that nobody knows yet.
 */
export const rankOfScope = (scope: string): 0 | 1 | 2 | 3 | undefined => {
  if (scope === 'BUILT_IN') return 0
  const kind = ownerKindOfScope(scope)
  return kind && rankOf({ kind })
}

/** Whether what an owner's list shows of that scope is surely no row of its own: of what is around it, or Qovery's. */
export const isInherited = (scope: string, owner: Pick<OwnerRef, 'kind'>): boolean =>
  (rankOfScope(scope) ?? Infinity) < rankOf(owner)

/** Whether a scope is surely that of something further in than an owner, or of another service. */
export const isNarrower = (scope: string, owner: Pick<OwnerRef, 'kind'>): boolean => {
  const rank = rankOfScope(scope) ?? 0
  return rank > rankOf(owner) || (rank === 3 && scope !== scopeOf(owner))
}
