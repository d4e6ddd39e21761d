import type { SyntaxNode } from '@lezer/common'
import { inWords } from '../../../qovery/unseen'

/** A resource of Terraform, as a sentence names it: `qovery_project "payments"`. */
export interface Resource {
  words: string
  isProject: boolean
  /** Where its block ends. */
  to: number
}

/** The resource that a block declares; undefined for any other block. */
export const resourceOf = (block: SyntaxNode, code: string): Resource | undefined => {
  // Terraform takes a label without quotes, too.
  const textOf = ({ from, to }: SyntaxNode) => code.slice(from, to).replace(/^"(.*)"$/s, '$1')
  if (block.getChildren('BlockType').map(textOf)[0] !== 'resource') return undefined
  const [type = 'a resource', name] = block.getChildren('BlockLabel').map(textOf)
  return {
    words: inWords(type) + (name === undefined ? '' : ` "${inWords(name)}"`),
    isProject: type === 'qovery_project',
    to: block.to,
  }
}

const mostNamed = 5

/** Says whose aliases were read, where they are of more than one project. */
export const projectsNote = (projects: ReadonlySet<string>) => {
  const names = [...projects].slice(0, mostNamed).join(', ')
  const more = projects.size > mostNamed ? ` and ${projects.size - mostNamed} more` : ''
  return `The aliases of ${projects.size} projects are planned for this one: ${names}${more}.`
}
