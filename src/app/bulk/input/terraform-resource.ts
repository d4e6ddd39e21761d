import { inWords } from '../../../rules/unseen'
import { textOf, under, type Fields } from './data'

/** A resource, as a sentence names it: `qovery_project "payments"`. */
export interface Resource {
  words: string
  isProject: boolean
}

export const resourceOf = (type: string, name: string): Resource => ({
  words: (type === '' ? 'a resource' : inWords(type)) + (name === '' ? '' : ` "${inWords(name)}"`),
  isProject: type === 'qovery_project',
})

export const resourceInState = (data: Fields) => {
  const type = textOf(under(data, 'type'))
  return /^qovery_\w+$/.test(type) ? resourceOf(type, textOf(under(data, 'name'))) : undefined
}

const mostNamed = 5

/** Says whose aliases were read, where they are of more than one project. */
export const projectsNote = (projects: ReadonlySet<string>) => {
  const names = [...projects].slice(0, mostNamed).join(', ')
  const more = projects.size > mostNamed ? ` and ${projects.size - mostNamed} more` : ''
  return `The aliases of ${projects.size} projects are planned for this one: ${names}${more}.`
}
