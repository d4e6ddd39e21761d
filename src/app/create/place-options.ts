import type { Project } from '../../qovery/schema'
import { typeText } from '../owner/owner-chain'
import { fold, type Option } from '../pick/option'
import { environmentName } from '../queries/place-name'
import type { ProjectTree } from '../queries/project-tree'
import { counted } from '../ui/count'

/** A project, its environments and their services as options: found by any part of a name, by mode, by type and by id. */
export const placeOptions = (
  projectId: string,
  project: Project | undefined,
  tree: ProjectTree | undefined,
): Option[] => {
  const named = new Map<string, number>()
  const option = (id: string, fields: Pick<Option, 'name' | 'facts'> & Partial<Option>): Option => {
    const count = (named.get(fields.name) ?? 0) + 1
    named.set(fields.name, count)
    // No two may be called the same.
    const name = count > 1 ? `${fields.name} · ${id.slice(0, 8)}` : fields.name
    const words = fold(`${name}\n${fields.facts}`)
    return { note: '', disabledReason: undefined, ...fields, id, name, words }
  }
  const options = [
    option(projectId, {
      name: `${project?.name ?? 'This project'} (project)`,
      facts: 'every environment and service of it',
    }),
  ]
  for (const environment of tree?.environments ?? []) {
    const { owner, mode, expires, services } = environment
    const name = environmentName(environment)
    const reached = services.filter((service) => service.owner !== undefined).length
    const facts = [
      mode ?? 'mode not known',
      reached === 0 ? 'environment' : `environment with ${counted(reached, 'service')}`,
      expires ? 'throwaway clone' : '',
    ]
    options.push(option(owner.id, { name, facts: facts.filter((fact) => fact !== '').join(' · ') }))
    for (const node of services)
      options.push(
        option(node.service.id, {
          name: `${name} / ${node.service.name}`,
          facts: typeText(node),
          depth: 1,
          disabledReason: node.disabledReason,
        }),
      )
  }
  return options
}
