import {
  isExpression,
  isFields,
  isScalar,
  textOf,
  under,
  type Data,
  type Fields,
  type Part,
} from './data'
import { inputRow, unreadable, type InputRow } from './input-row'
import { leaveOutInside, leaveOutTexts } from './leave-out-fields'
import { bareKey, readRecord } from './read-record'
import type { Gathering, Skipped } from './reading'
import { findColumns, isFieldName, namesBoth, type Columns } from './vocabulary'

// Entries of one list have the same fields, nearly always.
const known = new Map<string, Columns>()
const mostKnown = 100

const columnsOf = ({ parts }: Fields): Columns => {
  const names = parts.map(({ name }) => name)
  const all = names.join('\n')
  const found = known.get(all) ?? findColumns(names)
  if (known.size >= mostKnown) known.clear()
  known.set(all, found)
  return found
}

/** Whether a thing says that Kubernetes takes it from elsewhere. */
export const isReference = ({ parts }: Fields) => parts.some(({ name }) => referring.has(name))

const referring = new Set(['valueFrom', 'secretKeyRef', 'remoteRef'])

/** Whether a thing in a list says of an alias what it points at. */
export const isEntry = (data: Data): data is Fields => {
  if (!isFields(data)) return false
  if (isReference(data))
    return ['name', 'secretKey'].some((name) => under(data, name) !== undefined)
  const columns = columnsOf(data)
  return (
    namesBoth(columns) &&
    (columns.isListing || columns.targets.some((column) => canName(data.parts[column])))
  )
}

const canName = (part: Part | undefined) =>
  part !== undefined && (!isFields(part.data) || linkedKey(part.data) !== '')

/** Whether a thing under the name of an alias says what it points at. */
export const isTarget = (data: Data): data is Fields => {
  if (!isFields(data)) return false
  if (isReference(data)) return !isEntry(data)
  const { key, targets } = columnsOf(data)
  return key === undefined && targets.some((column) => canName(data.parts[column]))
}

const wanted = 'An object with “alias” and “target” was expected, both of them texts.'

/** Reads one entry of a list. */
export const readEntry = ({ at, data }: Part, gathering: Gathering): InputRow | Skipped => {
  if (!isFields(data)) {
    leaveOutTexts(data, gathering)
    return unreadable(at, (isExpression(data) ? data.fault : undefined) ?? wanted)
  }
  const reference = readReference(at, data)
  if (reference !== undefined) return withoutRest(reference, data, gathering)
  return readFields(at, data, gathering)
}

/** Reads what stands under the name of an alias. */
export const readNamed = ({ name, at, data }: Part, gathering: Gathering): InputRow | Skipped => {
  const reference = isFields(data) && isReference(data) ? readReference(at, data, name) : undefined
  if (reference !== undefined && isFields(data)) return withoutRest(reference, data, gathering)
  if (isTarget(data))
    return readFields(
      at,
      { ...data, parts: [{ name: 'alias', at, data: name }, ...data.parts] },
      gathering,
    )
  if (typeof data === 'string')
    return inputRow(at, bareKey(name, data), data.trim(), emptyProblem(data))
  leaveOutTexts(data, gathering)
  return unreadable(at, notText(data), name)
}

/** What says where a variable comes from may have a text of its own beside it. */
const withoutRest = <Row>(row: Row, data: Fields, gathering: Gathering): Row => {
  for (const { name, data: rest } of data.parts)
    if (/value$|default|data/i.test(name) && isScalar(rest)) gathering.leaveOut(textOf(rest))
  return row
}

const emptyProblem = (text: string) =>
  text.trim() === '' ? { problem: 'No target is named here.' } : {}

const notText = (data: Data) => {
  if (isExpression(data))
    return data.fault ?? 'The target is an expression: only a text in quotes can be read.'
  return data === null
    ? 'No target is named here.'
    : 'The key or id of a secret was expected, in quotes.'
}

const readFields = (at: number, data: Fields, gathering: Gathering): InputRow | Skipped => {
  const columns = withoutSwitches(columnsOf(data), data)
  const cells = data.parts.map((part) => cellOf(part.data))
  for (const column of columns.values) gathering.leaveOut(cells[column] ?? '')
  for (const [column, part] of data.parts.entries()) {
    const isUsed = column === columns.key || columns.targets.includes(column)
    if (!isScalar(part.data) && isUsed && cells[column] === '') leaveOutTexts(part.data, gathering)
    else if (isFields(part.data) && isUsed) withoutRest(undefined, part.data, gathering)
    else if (!isScalar(part.data)) leaveOutInside(part, gathering)
  }
  if (columns.key === undefined) {
    for (const cell of cells) gathering.leaveOut(cell)
    return unreadable(at, data.fault ?? wanted)
  }
  return readRecord({ at, cells, columns, broken: data.fault ?? faultOf(data, columns) })
}

/** Without what says only whether there is a secret, where another field can name it. */
const withoutSwitches = (columns: Columns, { parts }: Fields): Columns => {
  const targets = columns.targets.filter(
    (column) => !/^(?:true|false)$/i.test(textOf(parts[column]?.data)),
  )
  return targets.length === 0 || targets.length === columns.targets.length
    ? columns
    : { ...columns, targets, values: columns.values.filter((column) => column !== targets[0]) }
}

/** What a field says: the API names what is aliased by an object with its key. */
const cellOf = (data: Data) => (isFields(data) ? linkedKey(data) : textOf(data))

const linkedKey = (data: Fields) => textOf(under(data, 'key') ?? under(data, 'name'))

const faultOf = ({ parts }: Fields, columns: Columns): string | undefined => {
  const names = new Set<string>()
  for (const { name } of parts) {
    if (names.has(name)) return `${name} stands twice in this entry.`
    names.add(name)
  }
  const { key, targets, description, interpolation, environment, service } = columns
  const target = targets.find((column) => parts[column]?.data !== null) ?? targets[0]
  for (const column of [key, target, description]) {
    const part = parts[column ?? -1]
    if (part === undefined) continue
    if (isExpression(part.data))
      return `${part.name} is an expression: only a text in quotes can be read.`
    const isText = part.data === null || typeof part.data === 'string'
    const isLink = column === target && isFields(part.data)
    if (!isText && !isLink) return column === target ? notText(part.data) : wanted
  }
  for (const column of [environment, service]) {
    const part = parts[column ?? -1]
    // An alias whose place is not understood would be made in another one.
    if (part !== undefined && part.data !== null && cellOf(part.data) === '' && part.data !== '')
      return `${part.name} must be the name or the ID of one, in quotes.`
  }
  const flag = parts[interpolation ?? -1]
  return flag === undefined || isScalar(flag.data)
    ? undefined
    : `${flag.name} must be true or false.`
}

/**
 * An entry of Kubernetes: a variable of a container that a secret gives its value, or what an ExternalSecret fetches.
 * @param name the one that it stands under, as in the values of a chart
 */
const readReference = (at: number, data: Fields, name?: string): InputRow | Skipped | undefined => {
  const [from, remote] = [under(data, 'valueFrom'), under(data, 'remoteRef')]
  if (isFields(remote))
    return named(
      at,
      name ?? under(data, 'secretKey'),
      under(remote, 'property') ?? under(remote, 'key'),
    )
  const key = name ?? under(data, 'name')
  if (typeof from === 'string') return named(at, key, from)
  if (!isFields(from) && name === undefined) return undefined
  const reference = under(isFields(from) ? from : data, 'secretKeyRef')
  if (!isFields(reference)) return { at, skipped: 'takes nothing from a secret' }
  // Cloud Run has a version for the key.
  const field = /^(?:latest|\d+)$/.test(textOf(under(reference, 'key'))) ? 'name' : 'key'
  return named(at, key, under(reference, field))
}

const named = (at: number, key: Data | undefined, target: Data | undefined) =>
  inputRow(at, textOf(key).trim(), textOf(target).trim(), emptyProblem(textOf(target)))

/** Whether something with these names can be names of aliases and their targets, and no description of one alias. */
export const isMapping = ({ parts }: Fields) =>
  parts.length > 0 &&
  !parts.some(({ name }) => isFieldName(name)) &&
  parts.some(({ data }) => isNamed(data))

/** Whether a thing can stand under the name of an alias. */
export const isNamed = (data: Data) => typeof data === 'string' || isTarget(data)
