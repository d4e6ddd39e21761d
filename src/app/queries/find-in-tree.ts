import { fold } from '../../rules/fold'
import type { ProjectTree } from './project-tree'

/** Whether a name has a text in it, in whatever case. */
export const hasText = (name: string | null, text: string): boolean =>
  fold(name ?? '').includes(fold(text.trim()))

/**
 * What of a tree has a text in its name: an environment that has it with all its services, another one with those of them
 * that have it.
 */
export const findInTree = (tree: ProjectTree, text: string): ProjectTree => {
  if (text.trim() === '') return tree
  return {
    ...tree,
    environments: tree.environments.flatMap((environment) => {
      if (hasText(environment.name, text)) return environment
      const services = environment.services.filter(({ service }) => hasText(service.name, text))
      return services.length === 0 ? [] : { ...environment, services }
    }),
  }
}
