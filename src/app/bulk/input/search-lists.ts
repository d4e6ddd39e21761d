import { slowly, type YieldToMain } from '../yield-to-main'
import { isFields, isList, isScalar, textOf, under, type Fields, type Part } from './data'
import { unreadable, type InputRow } from './input-row'
import {
  isEntry,
  isMapping,
  isNamed,
  isReference,
  isTarget,
  readEntry,
  readNamed,
} from './read-entry'
import { leaveOutFields, leaveOutTexts } from './leave-out-fields'
import { isAssignment, readAssignment } from './read-assignment'
import { noAlias } from './read-record'
import { lineList, type Gathering, type Skipped } from './reading'
import { isNameShaped } from './secret-values'
import { tidyName } from './tidy-name'
import { isFieldName } from './vocabulary'

/** Whose text it is: what else holds texts by the name of `key` and `value` depends on it. */
export type Origin = 'json' | 'yaml' | 'terraform'

/** Something that holds aliases, by the name that it goes by, and how each thing in it is read. */
interface Found {
  name: string
  parts: readonly Part[]
  read: (part: Part, gathering: Gathering) => InputRow | Skipped
}

interface Lists {
  origin: Origin
  found: Found[]
  /** Lines of lists without any entry. */
  empty: number[]
  /** Lines of what holds values of secrets and nothing else. */
  ofValues: number[]
}

/**
 * Reads the lists of aliases in a text, wherever they stand: those that are called so, or else all of them. Returns notes,
 * or undefined where there is no list.
 * @param roots one for each document
 */
export const searchLists = async (
  roots: readonly Part[],
  origin: Origin,
  gathering: Gathering,
  yieldToMain: YieldToMain,
): Promise<string[] | undefined> => {
  const lists: Lists = { origin, found: [], empty: [], ofValues: [] }
  for (const root of roots) await slowly(walk(root, false, lists), yieldToMain)
  const { found, empty, ofValues } = lists
  const nothing = found.length + empty.length === 0
  // Beside a document of values there may be one of names.
  if (nothing && origin !== 'terraform')
    for (const root of roots)
      if (ofValues.length === 0 || isFields(root.data)) found.push(...readWhole(root))
  if (found.length + empty.length === 0 && origin !== 'terraform')
    for (const root of roots) await slowly(findMaps(root, lists), yieldToMain)
  const called = found.filter(({ name }) => /alias/i.test(name))
  const wanted = called.length > 0 ? called : found
  const others = found.filter((each) => !wanted.includes(each))
  const read = new Set(wanted.flatMap(({ parts }) => parts))
  for (const each of wanted) await slowly(readAll(each, gathering), yieldToMain)
  // Where nothing is found, all of it is left out.
  if (wanted.length > 0)
    for (const root of roots)
      await slowly(
        leaveOutFields(root, (part) => read.has(part), gathering),
        yieldToMain,
      )
  for (const each of others) await slowly(leaveOut(each, gathering), yieldToMain)
  if (ofValues.length > 0) gathering.holdValues()
  const notes = [
    ...(empty.length > 0 && found.length === 0 ? [`A list is empty: ${lineList(empty)}.`] : []),
    ...(others.length > 0 ? [`Lists not used: ${others.map(({ name }) => name).join(', ')}.`] : []),
    ...(ofValues.length > 0
      ? [`Left out, since it holds values and no names: ${lineList(ofValues)}.`]
      : []),
  ]
  return found.length === 0 && notes.length === 0 ? undefined : notes
}

function* readAll({ parts, read }: Found, gathering: Gathering): Generator<undefined, void> {
  for (const part of parts) {
    yield
    gathering.add(read(part, gathering))
  }
}

function* leaveOut({ parts, read }: Found, gathering: Gathering): Generator<undefined, void> {
  for (const part of parts) {
    yield
    const row = read(part, gathering)
    if (!('skipped' in row)) gathering.leaveOut(row.target)
  }
}

// Names under which texts by name are what a program is started with, or what this is all about.
const holdsVariables = (name: string) =>
  /alias/i.test(name) || /^(?:env|envs|environment|variables|vars|mapping|mappings)$/i.test(name)

const isListName = (name: string) =>
  name === '' || holdsVariables(name) || /^(?:results|rows|items|entries)$/i.test(name)

// What Qovery's provider calls the lists whose `value` is a value.
const valuesInTerraform =
  /^(?:secrets|secret_overrides|secret_files|environment_variables|environment_variable_(?:aliases|overrides|files))$/

/** Whether the texts by name in a thing are values, and no names of secrets. */
export const isOfValues = ({ name, data }: Part, origin: Origin): boolean => {
  if (origin === 'terraform' && valuesInTerraform.test(name)) return true
  return (
    isFields(data) && isManifest(data) && /^(?:Sealed)?Secret$/.test(textOf(under(data, 'kind')))
  )
}

const isManifest = (data: Fields) =>
  typeof under(data, 'apiVersion') === 'string' && typeof under(data, 'kind') === 'string'

function* walk(part: Part, inManifest: boolean, lists: Lists): Generator<undefined, void> {
  yield
  const { name, at, data } = part
  if (isOfValues(part, lists.origin)) lists.ofValues.push(at)
  else if (isFields(data)) {
    if (!inManifest && isEntry(data)) lists.found.push({ name, parts: [part], read: readEntry })
    else if ((holdsVariables(name) || data.parts.some(isReferring)) && isMapping(data))
      lists.found.push({ name, parts: data.parts, read: readNamed })
    else
      for (const child of data.parts)
        yield* walk(labelled(child, name), inManifest || isManifest(data), lists)
  } else if (isList(data)) {
    const found = listIn(part, data.parts, inManifest)
    if (found !== undefined) lists.found.push(found)
    else if (data.parts.length === 0) {
      if (isListName(name)) lists.empty.push(at)
    } else for (const child of data.parts) yield* walk(labelled(child, name), inManifest, lists)
  }
}

/** Whether a variable of a container stands under its own name, as in the values of a chart. */
const isReferring = (part: Part) => isCapital(part) && isTarget(part.data) && isReference(part.data)

/** A thing goes by the name of what it stands in where it has none, or where its own says nothing, as in Terraform. */
const labelled = (part: Part, outer: string): Part =>
  /^(?:|default|value)$/.test(part.name) ? { ...part, name: outer } : part

const listIn = ({ name }: Part, parts: readonly Part[], inManifest: boolean): Found | undefined => {
  if (inManifest && name !== 'env' && name !== 'data') return undefined
  if (parts.some(({ data }) => isEntry(data))) return { name, parts, read: readEntry }
  if (name !== '' && !holdsVariables(name)) return undefined
  if (parts.some(({ data }) => typeof data === 'string' && isAssignment(data)))
    return { name, parts, read: readText }
  // Steps of a workflow have texts as well, beside what is none.
  const areNames = (data: Fields) => name !== '' || data.parts.every((part) => isNamed(part.data))
  if (
    parts.length > 0 &&
    parts.every(({ data }) => isFields(data) && isMapping(data) && areNames(data))
  )
    return {
      name,
      parts: parts.flatMap(({ data }) => (isFields(data) ? data.parts : [])),
      read: readNamed,
    }
  return undefined
}

/** A whole text that is no list of any known form: aliases by their names, or things that are none. */
const readWhole = ({ name, data }: Part): Found[] => {
  if (isList(data))
    return data.parts.length === 0 ? [] : [{ name, parts: data.parts, read: readEntry }]
  if (!isFields(data) || data.parts.some((part) => isFieldName(part.name))) return []
  // Where other things stand beside them, names of variables are told by their capitals.
  const isWhole =
    data.parts.every(isText) || data.parts.some((part) => isText(part) && isCapital(part))
  return isWhole && !isManifest(data) ? [{ name, parts: data.parts, read: readNamed }] : []
}

const isText = ({ data }: Part) => isScalar(data) || isTarget(data)

const isCapital = ({ name }: Part) => /^[A-Z_][A-Z0-9_]*$/.test(name)

/** Finds what has nothing but names of secrets, or references to them, under names in capitals, whatever it is called. */
function* findMaps(part: Part, lists: Lists): Generator<undefined, void> {
  yield
  const { name, data } = part
  // What names of its own a list of aliases is divided by would say where they are to be.
  if (isOfValues(part, lists.origin) || (!isFields(data) && !isList(data)) || /alias/i.test(name))
    return
  if (isFields(data) && data.parts.length > 0 && data.parts.every(namesSecret))
    lists.found.push({ name, parts: data.parts, read: readNamed })
  else for (const child of data.parts) yield* findMaps(child, lists)
}

const namesSecret = (part: Part) =>
  isCapital(part) && typeof part.data === 'string' && isNameShaped(tidyName(part.data))

/** A text in a list of `ALIAS=TARGET`. */
const readText = ({ at, data }: Part, gathering: Gathering): InputRow | Skipped => {
  if (typeof data !== 'string') return readEntry({ name: '', at, data }, gathering)
  return isAssignment(data) ? readAssignment(at, data).row : { at, skipped: noAlias }
}

export const nothingFound = (roots: readonly Part[], what: string, gathering: Gathering) => {
  for (const root of roots) leaveOutTexts(root.data, gathering)
  gathering.add(unreadable(1, `No alias was found in this ${what}.`))
}
