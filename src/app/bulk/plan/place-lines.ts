import { chainOf, projectOwner, type Owner } from '../../../qovery/owner'
import type { EnvironmentNode, ProjectTree } from '../../queries/project-tree'
import { modeWord } from '../../../rules/api-words'
import { typeText } from '../../owner/type-text'
import { counted } from '../../ui/count'
import { labelOf, placeOfEnvironment, placeOfService, type Place } from './place'

/** A place that can be ticked, and how deep it stands in the tree. */
export interface Line {
  id: string
  label: string
  about: string
  /** The environment that it lies in, since services of several have one name. */
  within: string
  depth: 0 | 1 | 2
  /** Undefined where it owns no secrets, as `about` says. */
  place: Place | undefined
}

/**
 * A project's places from the outside in: itself, its environments, their services. Throwaway clones are left out, but for
 * the one that somebody is at.
 */
export const linesOf = (projectId: string, tree: ProjectTree | undefined, here?: Owner): Line[] => [
  {
    id: projectId,
    label: 'The project',
    within: '',
    about: 'seen in all of its environments and services',
    depth: 0,
    place: { owner: projectOwner(projectId), name: undefined },
  },
  ...(tree?.environments ?? [])
    .filter(
      ({ owner, expires }) => !expires || (here && chainOf(here).some(({ id }) => id === owner.id)),
    )
    .flatMap(linesOfEnvironment),
]

/** Its mode, and how many services an alias of it is seen in. */
const reachText = ({ mode, services }: EnvironmentNode) => {
  const reached = services.filter(({ owner }) => owner !== undefined).length
  const all = services.length
  const seen =
    reached === all
      ? `its ${counted(all, 'service')}`
      : `${reached} of its ${counted(all, 'service')}`
  return [mode === null ? null : modeWord(mode), reached === 0 ? null : `seen in ${seen}`]
    .filter((fact) => fact !== null)
    .join(' · ')
}

const linesOfEnvironment = (environment: EnvironmentNode): Line[] => {
  const label = labelOf(environment)
  const { owner, services } = environment
  const place = placeOfEnvironment(environment)
  return [
    { id: owner.id, label, about: reachText(environment), within: '', depth: 1, place },
    ...services.map((node): Line => {
      const { service, disabledReason } = node
      return {
        id: service.id,
        label: service.name,
        within: label,
        about: disabledReason ?? typeText(node),
        depth: 2,
        place: placeOfService(environment, node),
      }
    }),
  ]
}
