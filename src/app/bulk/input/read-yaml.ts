import {
  Composer,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  type CST,
  type Document,
  type YAMLMap,
} from 'yaml'
import { slowly, type YieldToMain } from '../yield-to-main'
import { isFields, isList, type Data, type Part } from './data'
import { findAliases } from './find-aliases'
import { unreadable } from './input-row'
import { lineFinder } from './parse-tree'
import { gather, lineList, type Reading } from './reading'

/** Reads the aliases of a YAML text, in all of its documents. */
export const readYaml = async (written: string, yieldToMain: YieldToMain): Promise<Reading> => {
  const gathering = gather()
  const yaml = withoutSlashes(withoutTemplates(evened(written)))
  const source: Source = { lineOf: lineFinder(yaml), faults: new Set(), steps: 0 }
  const roots = await slowly(documentsOf(yaml, source), yieldToMain)
  if (source.steps > mostSteps) {
    gathering.add(unreadable(1, 'This YAML repeats itself too often by “*”. Nothing was read.'))
    return gathering.end('yaml')
  }
  const notes = await findAliases(roots, 'yaml', gathering, yieldToMain)
  const faults = [...source.faults].toSorted((one, other) => one - other)
  // What is not understood may be anything.
  if (faults.length > 0) gathering.holdValues()
  if (faults.length > 0) notes.push(`Not valid YAML, and left out: ${lineList(faults)}.`)
  return gathering.end('yaml', notes)
}

/** A text with one kind of line end, and with spaces where others are set in by tabs, or by what looks like spaces. */
const evened = (text: string) =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/^[ \t\u00A0]+/gm, (indent) =>
      indent.replaceAll('\t', '  ').replaceAll('\u00A0', ' '),
    )

/** A template without its steps, and with quotes around what it puts in: to YAML, that is an object in two braces. */
const withoutTemplates = (text: string) =>
  text
    .replaceAll(/^ *\{\{-? *(?:if|else|end|range|with|define|include|template|\/\*).*\}\} *$/gm, '')
    .replaceAll(
      /^([ -]*["']?\w[\w.-]*["']?: +)(\{\{.*\}\}) *(?=$| #)/gm,
      (_, before: string, inside: string) => `${before}'${inside.replaceAll("'", "''")}'`,
    )

/** An object of JavaScript without its comments, which to YAML are a part of its names. */
const withoutSlashes = (text: string) =>
  /^[\s[{]*(?:[[{]|\/[/*])/.test(text) && /\/[/*]/.test(text)
    ? text.replaceAll(
        /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|(?<![^\s,{}[\]])(?:\/\/.*|\/\*(?:(?!\/\*)[^])*?\*\/)/g,
        (found) => (found.startsWith('/') ? found.replaceAll(/./g, ' ') : found),
      )
    : text

interface Source {
  lineOf: (offset: number) => number
  /** Lines of what is no YAML. */
  faults: Set<number>
  /** How much there is, with everything that “*” repeats. */
  steps: number
}

// Ten times what the page takes: what repeats itself more often than that is meant to fill the memory.
const mostSteps = 1_000_000

function* documentsOf(yaml: string, source: Source): Generator<undefined, Part[]> {
  const tokens: CST.Token[] = []
  const parser = new Parser()
  for (const lexeme of new Lexer().lex(yaml)) {
    yield
    tokens.push(...parser.next(lexeme))
  }
  tokens.push(...parser.end())
  // Who refers to something may do so from anywhere in its document.
  const refers = /(?:^|[\s[{,:-])[&*]\S/.test(yaml)
  const roots: Part[] = []
  for (const token of tokens) {
    yield
    if (token.type === 'error') source.faults.add(source.lineOf(token.offset))
    if (token.type !== 'document') continue
    const anchors = new Map<string, Known>()
    const pieces: Part[] = []
    for (const piece of refers ? [token] : piecesOf(token)) {
      yield
      for (const document of new Composer(options).compose([piece]))
        pieces.push(yield* rootOf(document, source, anchors))
    }
    roots.push(...joined(pieces))
  }
  return roots
}

// Every text as it is written: what it looks like to YAML does not matter. Names that stand twice are told by who reads
// them, and in less time.
const options = { schema: 'failsafe', uniqueKeys: false, strict: false } as const

const piece = 500

/** A long document in several short ones: one is composed in one go. */
const piecesOf = (token: CST.Document): CST.Document[] => {
  const { value } = token
  if (value?.type !== 'block-map' && value?.type !== 'block-seq') return [token]
  const pieces: CST.Document[] = []
  for (let start = 0; start < Math.max(1, value.items.length); start += piece)
    pieces.push({ ...token, value: cut(value, start) })
  return pieces
}

const cut = (collection: CST.BlockMap | CST.BlockSequence, start: number): CST.Token =>
  collection.type === 'block-map'
    ? { ...collection, items: collection.items.slice(start, start + piece) }
    : { ...collection, items: collection.items.slice(start, start + piece) }

const joined = (pieces: readonly Part[]): Part[] => {
  const [first] = pieces
  if (first === undefined) return []
  const parts = pieces.flatMap(({ data }) => (isList(data) || isFields(data) ? data.parts : []))
  if (isList(first.data) || isFields(first.data))
    return [{ ...first, data: { ...first.data, parts } }]
  return first.data === null ? [] : [first]
}

/** What an anchor stands for, and how much that is. */
interface Known {
  data: Data
  steps: number
}

function* rootOf(
  { contents, errors }: Document.Parsed,
  source: Source,
  anchors: Map<string, Known>,
): Generator<undefined, Part> {
  for (const { pos } of errors) source.faults.add(source.lineOf(pos[0]))
  const at = lineOf(contents, source)
  return { name: '', at, data: yield* dataOf(contents, source, anchors) }
}

const lineOf = (node: unknown, source: Source) =>
  source.lineOf(isNode(node) ? (node.range?.[0] ?? 0) : 0)

const broken: Data = { kind: 'expression', text: '', parts: [], fault: 'This is not valid YAML.' }

function* dataOf(
  node: unknown,
  source: Source,
  anchors: Map<string, Known>,
): Generator<undefined, Data> {
  yield
  const before = source.steps
  source.steps += 1
  if (source.steps > mostSteps || !isNode(node)) return null
  if (isAlias(node)) {
    const known = anchors.get(node.source)
    source.steps += known?.steps ?? 0
    return known?.data ?? broken
  }
  const data = yield* contentsOf(node, source, anchors)
  if (node.anchor !== undefined) anchors.set(node.anchor, { data, steps: source.steps - before })
  return data
}

function* contentsOf(
  node: unknown,
  source: Source,
  anchors: Map<string, Known>,
): Generator<undefined, Data> {
  if (isScalar(node)) {
    const isPlain = node.type === 'PLAIN' || node.type === undefined
    const text = asText(node.value)
    return isPlain && /^(?:|~|null)$/i.test(text) ? null : text
  }
  const parts: Part[] = []
  if (isMap(node)) {
    for (const pair of node.items) parts.push(...(yield* pairOf(pair, source, anchors)))
    return { kind: 'fields', parts }
  }
  for (const item of isSeq(node) ? node.items : [])
    parts.push({
      name: '',
      at: lineOf(item, source),
      data: yield* dataOf(item, source, anchors),
    })
  return { kind: 'list', parts }
}

// All of the schema’s scalars are texts.
const asText = (value: unknown) => (typeof value === 'string' ? value : '')

function* pairOf(
  { key, value }: YAMLMap['items'][number],
  source: Source,
  anchors: Map<string, Known>,
): Generator<undefined, Part[]> {
  const at = lineOf(key, source)
  const data = yield* dataOf(value, source, anchors)
  if (!isScalar(key)) {
    source.faults.add(at)
    return []
  }
  const name = asText(key.value)
  // What is merged in stands there as if it were written there, but for what is written there itself.
  if (name === '<<' && isFields(data)) return data.parts
  return [{ name, at, data: source.faults.has(at) ? broken : data }]
}
