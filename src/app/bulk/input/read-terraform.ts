import type { SyntaxNode } from '@lezer/common'
import { hclLanguage } from 'codemirror-lang-hcl'
import { slowly, type YieldToMain } from '../yield-to-main'
import type { Data, Expression, Part } from './data'
import { findInTerraform } from './find-in-terraform'
import { childrenOf, lineFinder, parseTree } from './parse-tree'
import { gather, lineList, type Reading } from './reading'

/** Reads the aliases of Terraform code, of what Terraform prints of a state, or of entries copied out of a list. */
export const readTerraform = async (
  written: string,
  yieldToMain: YieldToMain,
): Promise<Reading> => {
  const code = completed(written)
  const tree = await parseTree(hclLanguage.parser, code, yieldToMain)
  const source = { code, lineOf: lineFinder(code), faults: new Set<number>() }
  const parts = await slowly(bodyOf(tree.topNode, source), yieldToMain)
  const gathering = gather()
  const root: Part = { name: '', at: 1, data: { kind: 'fields', parts } }
  const notes = await findInTerraform([root], gathering, yieldToMain)
  const faults = [...source.faults]
  if (faults.length > 0) notes.push(`Not understood and left out: ${lineList(faults)}.`)
  return gathering.end('terraform', notes)
}

/** The code with what the grammar needs: commas between entries, and a name for a list that stands alone. */
const completed = (written: string) => {
  const code = planned(written.replaceAll(/\r\n?/g, '\n')).replaceAll(
    /\}([^\S\n]*(?:(?:#|\/\/).*)?\n\s*)(?=\{)/g,
    '},$1',
  )
  const [, start] = /^(?:\s+|(?:#|\/\/).*|\/\*[^]*?\*\/)*([[{]?)/.exec(code) ?? []
  if (start === '[') return `secret_aliases = ${code}`
  return start === '{' ? `secret_aliases = [${code}\n]` : code
}

/** The code that a plan is about, as it will be: with spaces for the marks of what changes. */
const planned = (code: string) =>
  marked.test(code)
    ? code
        .replaceAll(/^([^\S\n]*)(?:-\/\+|\+\/-|[-+~])(?=[^\S\n])/gm, (mark) =>
          ' '.repeat(mark.length),
        )
        .replaceAll(/"(?:[^"\\\n]|\\.)*"[^\S\n]*->[^\S\n]*|->[^\S\n]*null\b/g, '')
    : code

const marked = /^[^\S\n]*(?:-\/\+|\+\/-|[-+~])[^\S\n]+(?:(?:resource|module)\b|secret_aliases\s*=)/m

interface Source {
  code: string
  lineOf: (offset: number) => number
  /** Lines of what is not understood and in no entry. */
  faults: Set<number>
}

/** What a file or a block says: its attributes, and its blocks as Terraform's JSON syntax writes them. */
function* bodyOf(node: SyntaxNode, source: Source): Generator<undefined, Part[]> {
  const parts: Part[] = []
  for (const child of childrenOf(node)) {
    yield
    const at = source.lineOf(child.from)
    if (child.type.isError) source.faults.add(at)
    if (child.name === 'Body') parts.push(...(yield* bodyOf(child, source)))
    else if (child.name === 'Attribute') {
      const name = nameOf(child, source)
      parts.push({ name, at, data: yield* dataOf(child.getChild('Expression'), source) })
      for (const fault of child.getChildren('⚠')) source.faults.add(source.lineOf(fault.from))
    } else if (child.name === 'Block') parts.push(yield* blockOf(child, at, source))
  }
  return parts
}

function* blockOf(block: SyntaxNode, at: number, source: Source): Generator<undefined, Part> {
  const [type = ''] = block.getChildren('BlockType').map((each) => unquoted(each, source))
  const labels = block.getChildren('BlockLabel').map((each) => unquoted(each, source))
  // What has no label, though it needs two, is something that Terraform refuses.
  if (type === 'resource') labels.push(...['', ''].slice(labels.length))
  let data: Data = { kind: 'fields', parts: yield* bodyOf(block, source) }
  for (const name of labels.toReversed()) data = { kind: 'fields', parts: [{ name, at, data }] }
  return { name: type, at, data }
}

const textAt = (node: SyntaxNode | null, { code }: Source) =>
  node === null ? '' : code.slice(node.from, node.to).trim()

const unquoted = (node: SyntaxNode | null, source: Source) =>
  textAt(node, source).replace(/^"(.*)"$/s, '$1')

/** The name before the sign of an attribute or of a field, which may stand in quotes. */
const nameOf = ({ firstChild }: SyntaxNode, source: Source) => unquoted(firstChild, source)

const layers = new Set(['Expression', 'LiteralValue', 'CollectionValue', 'TemplateExpr'])

/** The thing itself, under the layers that the grammar lays around it; the layer where something else is with it. */
const meantBy = (node: SyntaxNode): SyntaxNode => {
  let meant = node
  for (;;) {
    const [inner, more] = [...childrenOf(meant)].filter(({ name }) => name !== 'Comment')
    if (!layers.has(meant.name) || inner === undefined || more !== undefined) return meant
    meant = inner
  }
}

const expression = (text: string, more: Partial<Expression> = {}): Expression => ({
  kind: 'expression',
  text,
  parts: [],
  ...more,
})

function* dataOf(node: SyntaxNode | null, source: Source): Generator<undefined, Data> {
  if (node === null) return expression('')
  const meant = meantBy(node)
  switch (meant.name) {
    case 'Tuple':
      return { kind: 'list', parts: yield* itemsOf(meant, source) }
    case 'Object':
      return yield* fieldsOf(meant, source)
    case 'FunctionCall':
      return expression(textAt(meant.getChild('FunctionName'), source), {
        parts: yield* itemsOf(meant.getChild('FunctionArguments') ?? meant, source),
      })
    case 'StringLit':
    case 'QuotedTemplate':
      return templateOf(meant, source)
    case 'BoolLit':
      return textAt(meant, source) === 'true'
    case 'NumericLit':
      return Number(textAt(meant, source))
    case 'NullLit':
      return null
    default: {
      const text = textAt(meant, source)
      if (!/^\((?:sensitive value|known after apply)\)$/.test(text)) noteFaults(meant, source)
      return expression(text)
    }
  }
}

const noteFaults = (node: SyntaxNode, { lineOf, faults }: Source) =>
  node.cursor().iterate(({ type, from }) => {
    if (type.isError) faults.add(lineOf(from))
  })

function* itemsOf(node: SyntaxNode, source: Source): Generator<undefined, Part[]> {
  const parts: Part[] = []
  for (const child of childrenOf(node)) {
    yield
    const at = source.lineOf(child.from)
    if (child.name === 'Expression')
      parts.push({ name: '', at, data: yield* dataOf(child, source) })
    else if (child.type.isError)
      parts.push({
        name: '',
        at,
        data: expression('', { fault: 'A “,” or “]” was expected here.' }),
      })
  }
  return parts
}

const fieldExpected = 'name = "text" was expected in this entry.'

function* fieldsOf(object: SyntaxNode, source: Source): Generator<undefined, Data> {
  const parts: Part[] = []
  let fault =
    object.lastChild?.name === '}' ? undefined : 'This entry has no end: a “}” is missing.'
  for (const field of object.getChildren('ObjectElem')) {
    yield
    if (field.getChild('AssignOp') === null && field.getChild('Colon') === null)
      fault ??= fieldExpected
    else
      parts.push({
        name: nameOf(field, source),
        at: source.lineOf(field.from),
        data: yield* dataOf(field.getChild('Expression'), source),
      })
  }
  if (object.getChild('⚠') !== null) fault ??= fieldExpected
  return { kind: 'fields', parts, ...(fault === undefined ? {} : { fault }) }
}

/** A text in quotes; an expression where something in it is to be worked out. */
const templateOf = (node: SyntaxNode, source: Source): Data => {
  const [inside, more] = node.getChildren('TemplateInterpolation')
  if (inside !== undefined) {
    const alone = more === undefined && node.getChild('TemplateLiteral') === null
    return expression(alone ? textAt(inside.getChild('Expression'), source) : textAt(node, source))
  }
  const text = readHclText(source.code.slice(node.from + 1, node.to - 1))
  return text === undefined || node.getChild('⚠') !== null ? expression(textAt(node, source)) : text
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/**
 * What the inside of a quoted text means; undefined where it holds an escape or a line break that HCL does not allow.
 * Source: HCL native syntax specification, "Template Literals".
 */
const readHclText = (written: string): string | undefined => {
  let allowed = !/[\r\n]/.test(written)
  const text = written.replaceAll(
    /\$\$\{|%%\{|\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\([\s\S])/g,
    (whole, short: string | undefined, long: string | undefined, escape: string | undefined) => {
      if (whole === '$${' || whole === '%%{') return whole.slice(1)
      const code = Number.parseInt(short ?? long ?? '', 16)
      if (code <= 0x10ffff) return String.fromCodePoint(code)
      const meant = escapes[escape ?? '']
      if (meant === undefined) allowed = false
      return meant ?? ''
    },
  )
  return allowed ? text : undefined
}
