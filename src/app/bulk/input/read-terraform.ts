import type { Breathe } from '../breathe'
import { hclTokens, type HclToken } from './hcl-tokens'
import {
  inputRow,
  readSwitch,
  switchProblem,
  unreadable,
  type InputRow,
  type Reading,
} from './input-row'

/** Reads every `secret_aliases` list of Terraform code. Its `value` is the key of the source. */
export const readTerraform = async (code: string, breathe: Breathe): Promise<Reading> => {
  const rows: InputRow[] = []
  // The three tokens that open a list, and then the tokens of one entry of it.
  let opening = 0
  let entry: HclToken[] | undefined
  let inList = false
  let lists = 0
  for (const token of hclTokens(code)) {
    const rest = breathe()
    if (rest !== undefined) await rest
    if (!inList) {
      opening = opens(token, opening)
      inList = opening === 3
      if (inList) lists += 1
    } else if (entry !== undefined) {
      if (is(token, '}')) {
        rows.push(readEntry(entry))
        entry = undefined
      } else entry.push(token)
    } else if (is(token, '{')) entry = [token]
    else if (is(token, ']')) {
      inList = false
      opening = 0
    } else if (!is(token, ','))
      rows.push(unreadable(token.line, `An entry in braces was expected, not ${token.value}.`))
  }
  if (entry !== undefined)
    rows.push(unreadable(entry[0]?.line ?? 1, 'This entry has no end: a “}” is missing.'))
  if (lists === 0)
    rows.push(unreadable(1, 'No secret_aliases list was found in this Terraform code.'))
  const notes = lists === 0 ? [] : ['Only secret_aliases lists were read of the Terraform code.']
  return { format: 'terraform', rows, notes }
}

const is = (token: HclToken, sign: string) => token.kind === 'sign' && token.value === sign

/** How many of the tokens `secret_aliases`, `=` and `[` have been seen in a row. */
const opens = (token: HclToken, seen: number) => {
  if (token.kind === 'word' && token.value === 'secret_aliases') return 1
  return (seen === 1 && is(token, '=')) || (seen === 2 && is(token, '[')) ? seen + 1 : 0
}

const known = new Set(['key', 'value', 'description', 'enable_interpolation_in_file'])

const readEntry = (tokens: readonly HclToken[]): InputRow => {
  const [brace, ...rest] = tokens.filter((token) => !is(token, ','))
  const at = brace?.line ?? 1
  const fields = new Map<string, string>()
  let problem: string | undefined
  const complain = (text: string) => (problem ??= text)
  for (let index = 0; index < rest.length; index += 3) {
    const [name, equals, value] = rest.slice(index, index + 3)
    if (name === undefined || equals === undefined || !(is(equals, '=') || is(equals, ':')))
      complain('name = "text" was expected in this entry.')
    else if (value?.kind !== 'text' && !/^(?:true|false|null)$/.test(value?.value ?? ''))
      complain(`${name.value} is an expression: only a text in quotes can be read.`)
    else if (!known.has(name.value)) complain(`${name.value} is no field of an alias.`)
    else if (fields.has(name.value)) complain(`${name.value} stands twice in this entry.`)
    else if (value !== undefined && (value.kind === 'text' || value.value !== 'null'))
      fields.set(name.value, value.value)
  }
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
