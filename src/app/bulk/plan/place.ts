import type { Owner } from '../../../qovery/owner'
import type { EnvironmentNode, ServiceNode } from '../../queries/project-tree'
import type { InputRow } from '../input/input-row'

/** What owns secrets, and how a person calls it; no name for the page's own project. */
export interface Place {
  owner: Owner
  name: string | undefined
}

export const nameOf = ({ name }: Pick<Place, 'name'>): string => name ?? 'the project'

export const labelOf = ({ name, owner }: EnvironmentNode): string => name ?? owner.id

export const placeOfEnvironment = (environment: EnvironmentNode): Place => ({
  owner: environment.owner,
  name: labelOf(environment),
})

/** Undefined where the service owns no secrets. */
export const placeOfService = (
  environment: EnvironmentNode,
  { owner, service }: ServiceNode,
): Place | undefined => owner && { owner, name: `${labelOf(environment)} / ${service.name}` }

/** Where a row wants its alias to be, as somebody wrote it down. */
export type WrittenPlace = Pick<InputRow, 'environment' | 'service'>

/** “staging / api”, as it stands in a row. */
export const writtenPlace = ({ environment, service }: WrittenPlace): string =>
  [environment, service].filter((text) => text !== undefined).join(' / ')
