import type { EnvironmentNode, ProjectTree } from './project-tree'

/** What an environment is called. */
export const environmentName = ({ owner: { id }, name }: EnvironmentNode): string =>
  name ?? `environment ${id.slice(0, 8)}`

/** What an environment or a service is called, with what it lies in. */
export const placeName = (id: string, { environments }: ProjectTree): string | undefined => {
  for (const environment of environments) {
    if (environment.owner.id === id) return environmentName(environment)
    const found = environment.services.find(({ service }) => service.id === id)
    if (found !== undefined) return `${environmentName(environment)} / ${found.service.name}`
  }
  return undefined
}
