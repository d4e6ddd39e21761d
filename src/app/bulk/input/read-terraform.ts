import type { SyntaxNode } from '@lezer/common'
import { hclLanguage } from 'codemirror-lang-hcl'
import type { YieldToMain } from '../yield-to-main'
import { projectsNote, resourceOf, type Resource } from './hcl-resource'
import { readHclText } from './hcl-text'
import {
  inputRow,
  readSwitch,
  switchProblem,
  unreadable,
  type InputRow,
  type Reading,
} from './input-row'
import { lineCounter } from './line-counter'
import { parseSlowly } from './parse-slowly'

/**
 * Reads every `secret_aliases` list of Terraform code. Its `value` is the key of the source. What another resource than
 * a project lists is a problem: it is of an environment or a service.
 */
export const readTerraform = async (code: string, yieldToMain: YieldToMain): Promise<Reading> => {
  const cursor = (await parseSlowly(hclLanguage.parser, code, yieldToMain)).cursor()
  const lineOf = lineCounter(code)
  const rows: InputRow[] = []
  const notUnderstood = new Set<number>()
  const projects = new Set<string>()
  // One that does not end has the next one in it.
  const open: Resource[] = []
  let lists = 0
  let goesOn = true
  while (goesOn) {
    const rest = yieldToMain()
    if (rest !== undefined) await rest
    const { from } = cursor
    const list = holdsAliases(cursor.name) ? aliasesOf(cursor.node, code) : undefined
    if (cursor.type.isError) notUnderstood.add(lineOf(from))
    while (from >= (open.at(-1)?.to ?? Infinity)) open.pop()
    const begun = cursor.name === 'Block' ? resourceOf(cursor.node, code) : undefined
    if (begun !== undefined) open.push(begun)
    const resource = open.at(-1)
    if (list?.name === 'Tuple') {
      for (let part = list.firstChild; part !== null; part = part.nextSibling) {
        const pause = yieldToMain()
        if (pause !== undefined) await pause
        const at = lineOf(part.from)
        if (part.name === 'Expression') {
          rows.push(readEntry(at, part, code, resource))
          if (resource?.isProject === true) projects.add(resource.words)
        } else if (part.type.isError) rows.push(unreadable(at, 'A “,” or “]” was expected here.'))
      }
    } else if (list !== undefined)
      rows.push(unreadable(lineOf(from), 'secret_aliases is an expression: only a list is read.'))
    if (list !== undefined) {
      lists += 1
      // What stands beside the list is not entered either.
      for (const fault of cursor.node.getChildren('⚠')) notUnderstood.add(lineOf(fault.from))
    }
    goesOn = cursor.next(list === undefined)
  }
  if (lists === 0)
    rows.push(unreadable(1, 'No secret_aliases list was found in this Terraform code.'))
  const notes = [
    ...(lists === 0 ? [] : ['Only secret_aliases lists were read of the Terraform code.']),
    ...(projects.size > 1 ? [projectsNote(projects)] : []),
    ...(notUnderstood.size === 0 ? [] : [`Not understood and left out: ${lines(notUnderstood)}.`]),
  ]
  return { format: 'terraform', rows, notes }
}

/** “line 3 and 2 more”: the first is where somebody looks. */
const lines = (numbers: ReadonlySet<number>) => {
  const [first] = numbers
  return numbers.size === 1 ? `line ${first}` : `line ${first} and ${numbers.size - 1} more`
}

const holdsAliases = (name: string) => name === 'Attribute' || name === 'ObjectElem'

/** What stands after `secret_aliases =`; undefined for another name. */
const aliasesOf = (node: SyntaxNode, code: string) =>
  nameOf(node, code) === 'secret_aliases' ? meantBy(node.getChild('Expression')) : undefined

/** The name before the sign of an attribute or of a field, which may stand in quotes. */
const nameOf = ({ firstChild }: SyntaxNode, code: string) =>
  textOf(firstChild, code).replace(/^"(.*)"$/s, '$1')

const textOf = (node: SyntaxNode | null, code: string) =>
  node === null ? '' : code.slice(node.from, node.to).trim()

const layers = new Set(['Expression', 'LiteralValue', 'CollectionValue'])

/** The thing itself, under the layers that the grammar lays around it; the layer where something else is with it. */
const meantBy = (node: SyntaxNode | null): SyntaxNode | undefined => {
  if (node === null) return undefined
  const [inner, more] = childrenOf(node)
  return layers.has(node.name) && inner !== undefined && more === undefined ? meantBy(inner) : node
}

const childrenOf = (node: SyntaxNode) => {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (child.name !== 'Comment' && child.name !== 'Comma') children.push(child)
  return children
}

const known = new Set(['key', 'value', 'description', 'enable_interpolation_in_file'])

const readEntry = (
  at: number,
  expression: SyntaxNode,
  code: string,
  resource: Resource | undefined,
): InputRow => {
  const object = meantBy(expression)
  if (object?.name !== 'Object') {
    const found = textOf(expression, code).slice(0, 60)
    return unreadable(at, `An entry in braces was expected, and a comma after it, not ${found}`)
  }
  const fields = new Map<string, string>()
  let problem: string | undefined
  const complain = (text: string) => (problem ??= text)
  if (resource?.isProject === false)
    complain(
      `This is an alias of ${resource.words}, not of a project: here it would reach every environment.`,
    )
  if (object.lastChild?.name !== '}') complain('This entry has no end: a “}” is missing.')
  for (const field of object.getChildren('ObjectElem')) {
    const name = nameOf(field, code)
    const value = readValue(meantBy(field.getChild('Expression')), code)
    if (field.getChild('AssignOp') === null && field.getChild('Colon') === null)
      complain('name = "text" was expected in this entry.')
    else if (value === undefined)
      complain(`${name} is an expression: only a text in quotes can be read.`)
    else if (!known.has(name)) complain(`${name} is no field of an alias.`)
    else if (fields.has(name)) complain(`${name} stands twice in this entry.`)
    else if (value !== null) fields.set(name, value)
  }
  if (isFaulty(object)) complain('name = "text" was expected in this entry.')
  const interpolation = readSwitch(fields.get('enable_interpolation_in_file'))
  if (interpolation === undefined) complain(switchProblem)
  const source = fields.get('value') ?? ''
  if (source === '') complain('The entry has no value: name the key of the secret there.')
  return inputRow(at, fields.get('key') ?? '', source, {
    description: fields.get('description') || null,
    interpolation: interpolation ?? null,
    ...(problem === undefined ? {} : { problem }),
  })
}

const isFaulty = (node: SyntaxNode) => {
  let faulty = false
  node.cursor().iterate(({ type }) => {
    faulty ||= type.isError
  })
  return faulty
}

/** A text, or a switch as its word; null for null, undefined for what only Terraform can work out. */
const readValue = (node: SyntaxNode | undefined, code: string): string | null | undefined => {
  if (node?.name === 'StringLit')
    return node.getChild('⚠') === null
      ? readHclText(code.slice(node.from + 1, node.to - 1))
      : undefined
  if (node?.name === 'BoolLit') return textOf(node, code)
  return node?.name === 'NullLit' ? null : undefined
}
