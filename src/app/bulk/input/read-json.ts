import { parser } from '@lezer/json'
import type { SyntaxNode } from '@lezer/common'
import { parseJson } from '../../../qovery/json'
import { slowly, type YieldToMain } from '../yield-to-main'
import type { Data, Part } from './data'
import { findAliases } from './find-aliases'
import { unreadable } from './input-row'
import { childrenOf, lineFinder, parseTree } from './parse-tree'
import { gather, lineList, type Gathering, type Reading } from './reading'
import { saysValue } from './says-value'

/**
 * Reads the aliases of a JSON text, or of several one after the other. A fault costs the entry that it is in; comments, and
 * commas too many or too few between two entries, cost nothing.
 */
export const readJson = async (json: string, yieldToMain: YieldToMain): Promise<Reading> => {
  const gathering = gather()
  const plain = withoutComments(json, gathering)
  const tree = await parseTree(parser, plain, yieldToMain)
  const lineOf = lineFinder(plain)
  const faults = new Set<number>()
  const source = { json: plain, lineOf, faults, leaveOut: gathering.leaveOut }
  const roots = await slowly(partsOf(tree.topNode, source), yieldToMain)
  const notes = await findAliases(roots, 'json', gathering, yieldToMain)
  const { rows } = gathering
  const [fault] = faults
  if (rows.length === 0 && fault !== undefined)
    gathering.add(unreadable(fault, 'This is not valid JSON. Nothing was read.'))
  else if (fault !== undefined)
    notes.push(`Not valid JSON, and left out: ${lineList([...faults])}.`)
  return gathering.end('json', notes)
}

interface Source {
  json: string
  lineOf: (offset: number) => number
  /** Lines of what is not understood and in no entry. */
  faults: Set<number>
  leaveOut: (text: string) => void
}

/** What stands in a list, or at the top. */
function* partsOf(node: SyntaxNode, source: Source): Generator<undefined, Part[]> {
  const parts: Part[] = []
  for (const child of childrenOf(node)) {
    yield
    const at = source.lineOf(child.from)
    if (child.type.isError) source.leaveOut(source.json.slice(child.from, child.to))
    if (/^[A-Z]/.test(child.name)) parts.push({ name: '', at, data: yield* dataOf(child, source) })
    // Between two entries it is a comma too many or too few, which changes nothing.
    else if (
      child.type.isError &&
      source.json.slice(child.from, child.to) !== ',' &&
      (child.from < child.to || child.nextSibling === null)
    )
      source.faults.add(at)
  }
  return parts
}

function* dataOf(node: SyntaxNode, source: Source): Generator<undefined, Data> {
  const text = source.json.slice(node.from, node.to)
  if (node.name === 'Array') return { kind: 'list', parts: yield* partsOf(node, source) }
  if (node.name !== 'Object') return scalarOf(text)
  const parts: Part[] = []
  let sound = true
  for (const child of childrenOf(node)) {
    yield
    if (child.type.isError) {
      sound &&= child.from === child.to && child.prevSibling?.name === ','
      const left = source.json.slice(child.from, child.to)
      source.leaveOut(left)
      // Otherwise nobody would know of what stands there.
      if (/[^\s,]/.test(left)) source.faults.add(source.lineOf(child.from))
    }
    if (child.name !== 'Property') continue
    const [first, last] = [child.firstChild, child.lastChild]
    const name: unknown = first === null ? '' : parseJson(source.json.slice(first.from, first.to))
    for (const fault of child.getChildren('⚠')) {
      sound = false
      source.leaveOut(source.json.slice(fault.from, fault.to))
    }
    sound &&= typeof name === 'string'
    if (typeof name !== 'string' || last === null || last.type.isError) continue
    parts.push({ name, at: source.lineOf(child.from), data: yield* dataOf(last, source) })
  }
  return { kind: 'fields', parts, ...(sound ? {} : { fault: 'This entry is not valid JSON.' }) }
}

const scalarOf = (text: string): Data => {
  const value = parseJson(text)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null
}

/** The text with each comment as so many spaces, for a grammar that knows none. */
const withoutComments = (json: string, gathering: Gathering) =>
  /\/[/*]/.test(json)
    ? json.replaceAll(/"(?:[^"\\\n]|\\.)*"|\/\/.*|\/\*[^]*?\*\//g, (found) =>
        found.startsWith('"') ? found : leftOut(found, gathering),
      )
    : json

const leftOut = (comment: string, gathering: Gathering) => {
  if (comment.split('\n').some((line) => saysValue(line.replace(/^\W*(?=["\w])/, ''))))
    gathering.holdValues()
  return comment.replaceAll(/./g, ' ')
}
