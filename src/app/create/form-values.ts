import { findId, findPlaceIds } from '../../rules/console-link'
import { projectOwner, type Owner } from '../../qovery/owner'
import type { ProjectTree, ServiceNode } from '../queries/project-tree'

/** The form as it stands on the screen: ids as they were pasted, the description as typed. */
export interface FormValues {
  project: string
  /** An environment or a service of it, as it was picked or pasted; empty for the project itself. */
  where: string
  secret: string
  key: string
  /** The key that somebody agreed to use although it is advised against. */
  agreedKey: string
  description: string
  /** Null while nobody has touched the switch: it then follows the secret. */
  interpolation: boolean | null
}

export const emptyForm: FormValues = {
  project: '',
  where: '',
  secret: '',
  key: '',
  agreedKey: '',
  description: '',
  interpolation: null,
}

export const formFields = [
  'project',
  'where',
  'secret',
  'key',
  'agreedKey',
  'description',
  'interpolation',
] as const

/** What a place of a project is, as far as its tree is known: an owner, or why it is none. */
export type Located = { owner: Owner } | { service: ServiceNode } | undefined

/** Where the alias is to be: the project where nothing is said. Undefined where that is not known, or nowhere. */
export const locate = (
  { project, where }: Pick<FormValues, 'project' | 'where'>,
  tree: ProjectTree | undefined,
): Located => {
  const projectId = findId(project, 'project')
  if (projectId === undefined) return undefined
  if (where === '') return { owner: projectOwner(projectId) }
  const places = findPlaceIds(where)
  // What could not be read may be what an id is of.
  const isWhole = tree?.environmentsError === null && tree.servicesError === null
  for (const { id, isPlace } of places) {
    if (id === projectId) continue
    for (const { owner, services } of tree?.environments ?? []) {
      if (owner.id === id) return { owner }
      const service = services.find((each) => each.service.id === id)
      if (service !== undefined) return service.owner ? { owner: service.owner } : { service }
    }
    // Never what is around it instead: the alias would count where nobody wanted it.
    if (isPlace || !isWhole) return undefined
  }
  return places.some(({ id }) => id === projectId) ? { owner: projectOwner(projectId) } : undefined
}
