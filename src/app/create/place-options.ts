import type { Project } from '../../qovery/schema'
import { typeText } from '../owner/type-text'
import { modeWord } from '../../rules/api-words'
import { fold } from '../../rules/fold'
import type { Option } from '../pick/option'
import { environmentName } from '../queries/place-name'
import type { ProjectTree } from '../queries/project-tree'
import { counted } from '../ui/count'

/** A project, its environments and their services as options: found by any part of a name, by mode, by type and by id. */
export const placeOptions = (
  projectId: string,
  project: Project | undefined,
  tree: ProjectTree | undefined,
): Option[] => {
  const counts = new Map<string, number>()
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const environment of tree?.environments ?? []) {
    const name = environmentName(environment)
    count(name)
    for (const { service } of environment.services) count(`${name} / ${service.name}`)
  }
  const option = (id: string, fields: Pick<Option, 'name' | 'facts'> & Partial<Option>): Option => {
    // No two may be called the same.
    const name =
      (counts.get(fields.name) ?? 0) > 1 ? `${fields.name} · ${id.slice(0, 8)}` : fields.name
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
      mode === null ? 'Environment, mode not known' : `${modeWord(mode)} environment`,
      reached === 0 ? '' : counted(reached, 'service'),
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
