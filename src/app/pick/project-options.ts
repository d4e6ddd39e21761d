import type { Organization, Project } from '../../qovery/schema'
import { fold } from '../../rules/fold'
import type { Option } from './option'

/** Projects as options, by name; found by their organization's name too. */
export const projectOptions = (
  projects: readonly Project[],
  organizations: readonly Organization[],
): Option[] => {
  const organizationNames = new Map(organizations.map(({ id, name }) => [id, name]))
  const seen = new Map<string, number>()
  for (const { name } of projects) seen.set(name, (seen.get(name) ?? 0) + 1)
  return projects
    .map((project): Option => {
      const { id, associated_environments_count: count } = project
      const name =
        (seen.get(project.name) ?? 0) > 1 ? `${project.name} · ${id.slice(0, 8)}` : project.name
      const organization = organizationNames.get(project.organization.id) ?? ''
      const note = project.description ?? ''
      const environments =
        count === null || count === undefined
          ? ''
          : count === 1
            ? '1 environment'
            : `${count} environments`
      return {
        id,
        name,
        facts: [organization, environments].filter((fact) => fact !== '').join(' · '),
        note,
        disabledReason: undefined,
        words: fold(`${name}\n${organization}\n${note}`),
      }
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
