import { slowly, type YieldToMain } from '../yield-to-main'
import {
  isExpression,
  isFields,
  isList,
  textOf,
  under,
  type Data,
  type Fields,
  type Part,
} from './data'
import { unreadable } from './input-row'
import { isEntry, isMapping, readEntry, readNamed } from './read-entry'
import { leaveOutFields, leaveOutTexts } from './leave-out-fields'
import { lineList, type Gathering } from './reading'
import { isOfValues, searchLists } from './search-lists'
import { projectsNote, resourceInState, resourceOf, type Resource } from './terraform-resource'

/** Whether a text in JSON is code, state or plan of Terraform. */
export const isTerraform = (data: Data): data is Fields =>
  isFields(data) &&
  data.parts.some(
    ({ name, data: each }) =>
      marks.has(name) && (typeof each !== 'string' || name.endsWith('version')),
  )

const marks = new Set(
  'terraform_version format_version resource resource_changes planned_values variable locals module'.split(
    ' ',
  ),
)

interface Search {
  gathering: Gathering
  /** What stands behind `var.` and `local.` in the same text. */
  definitions: ReadonlyMap<string, Part>
  projects: Set<string>
  lists: number
  /** Lines of lists that are empty. */
  empty: number[]
  /** How often something was looked up or put together. */
  steps: number
  /** What rows were made of. */
  read: Set<Part>
}

/**
 * Reads every `secret_aliases` list, wherever it stands. Its `value` is the key of the target. What another resource than a
 * project lists is a problem: it is of an environment or a service.
 */
export const findInTerraform = async (
  roots: readonly Part[],
  gathering: Gathering,
  yieldToMain: YieldToMain,
): Promise<string[]> => {
  const definitions = new Map(
    roots.flatMap(({ data }) => (isFields(data) ? definitionsIn(data) : [])),
  )
  const search: Search = {
    gathering,
    definitions,
    projects: new Set(),
    lists: 0,
    empty: [],
    steps: 0,
    read: new Set(),
  }
  for (const root of roots) await slowly(walk(root, undefined, search), yieldToMain)
  const { lists, projects, empty } = search
  if (lists === 0 && roots.some(isPlan)) {
    // What it has of other lists is what was there before.
    gathering.add(unreadable(1, 'This plan leaves no secret_aliases list.'))
    for (const root of roots) leaveOutTexts(root.data, gathering)
    return []
  }
  if (lists === 0) {
    const notes = await searchLists(roots, 'terraform', gathering, yieldToMain)
    if (notes !== undefined)
      return ['Only lists of aliases were read of the Terraform code.', ...notes]
    gathering.add(unreadable(1, 'No secret_aliases list was found in this Terraform code.'))
    return []
  }
  const { read } = search
  for (const root of roots)
    await slowly(
      leaveOutFields(root, (part) => read.has(part), gathering),
      yieldToMain,
    )
  return [
    'Only lists of aliases were read of the Terraform code.',
    ...(empty.length > 0 && gathering.rows.length === 0
      ? [`A secret_aliases list is empty: ${lineList(empty)}.`]
      : []),
    ...(projects.size > 1 ? [projectsNote(projects)] : []),
  ]
}

const isPlan = ({ data }: Part) =>
  isFields(data) &&
  data.parts.some(({ name }) => /^(?:planned_values|resource_changes)$/.test(name))

const definitionsIn = (root: Fields): [string, Part][] =>
  root.parts.flatMap(({ name, data }): [string, Part][] => {
    if (!isFields(data)) return []
    if (name === 'locals') return data.parts.map((part) => [`local.${part.name}`, part])
    if (name !== 'variable') return []
    return data.parts.flatMap((part): [string, Part][] => {
      const preset = isFields(part.data)
        ? part.data.parts.find((each) => each.name === 'default')
        : undefined
      return preset === undefined ? [] : [[`var.${part.name}`, preset]]
    })
  })

// A plan repeats what was and what will be, of which what is planned is all. What is only defined is read where it is used.
const skipped = new Set(
  'variable locals prior_state before before_sensitive after_sensitive after_unknown sensitive_values sensitive_attributes configuration resource_drift'.split(
    ' ',
  ),
)

function* walk(
  part: Part,
  within: Resource | undefined,
  search: Search,
): Generator<undefined, void> {
  const { data } = part
  yield
  if (part.name === 'secret_aliases') return yield* readAliases(part, within, search)
  if (isOfValues(part, 'terraform')) return leaveOutValues(part, search.gathering)
  if (!isFields(data) && !isList(data)) return
  const resource = (isFields(data) ? resourceInState(data) : undefined) ?? within
  const isWhole = isFields(data) && under(data, 'planned_values') !== undefined
  for (const child of data.parts) {
    if (skipped.has(child.name) || (isWhole && child.name === 'resource_changes')) continue
    if (child.name === 'resource') yield* walkResources(child, search)
    else yield* walk(child, resource, search)
  }
}

/** What stands under `resource`: by its type, and then by its name. */
function* walkResources({ data }: Part, search: Search): Generator<undefined, void> {
  for (const type of named(data))
    for (const one of named(type.data)) yield* walk(one, resourceOf(type.name, one.name), search)
}

// Terraform's JSON syntax takes a list of objects for one object.
const named = (data: Data): readonly Part[] => {
  if (isList(data)) return data.parts.flatMap((part) => named(part.data))
  return isFields(data) ? data.parts : []
}

function* readAliases(
  part: Part,
  resource: Resource | undefined,
  search: Search,
): Generator<undefined, void> {
  search.lists += 1
  const found = itemsOf(part, search, new Set())
  if (found.length === 0) search.empty.push(part.at)
  for (const item of found) {
    yield
    search.read.add(item)
    const row = readItem(item, search.gathering)
    if (!('skipped' in row) && resource?.isProject === false)
      row.problem = `This is an alias of ${resource.words}, not of a project: here it would reach every environment.`
    search.gathering.add(row)
  }
  if (resource?.isProject === true && found.length > 0) search.projects.add(resource.words)
}

const leaveOutValues = ({ data }: Part, gathering: Gathering) => {
  if (isList(data))
    for (const item of data.parts)
      if (isFields(item.data)) gathering.leaveOut(textOf(under(item.data, 'value')))
}

const readItem = (item: Part, gathering: Gathering) => {
  if (item.name !== '') return readNamed(item, gathering)
  if (isTakenAway(item)) return { at: item.at, skipped: 'taken away' }
  if (!isExpression(item.data)) return readEntry(item, gathering)
  gathering.leaveOut(item.data.text)
  return unreadable(item.at, item.data.fault ?? expected)
}

/** Whether a plan says of an entry that nothing of it will be left. */
const isTakenAway = ({ data }: Part) =>
  isFields(data) && data.parts.length > 0 && data.parts.every((part) => part.data === null)

const expected = 'An entry in braces was expected, and a comma after it.'

const joining = new Set('concat flatten tolist toset distinct compact merge tomap'.split(' '))

/** The entries of a list, also where it is put together of several, or stands under another name in the same text. */
const itemsOf = ({ at, data }: Part, search: Search, seen: ReadonlySet<string>): Part[] => {
  if (data === null) return []
  if (isList(data))
    return data.parts.flatMap((item) =>
      isList(item.data) || refersToKnown(item, search) ? itemsOf(item, search, seen) : [item],
    )
  const reference = referenceIn(data)
  if (reference !== undefined || isExpression(data)) {
    // Lists that are put together of lists can grow without end.
    search.steps += 1
    const meant = search.definitions.get(reference ?? '')
    if (search.steps <= mostSteps && isExpression(data) && joining.has(data.text))
      return data.parts.flatMap((part) => itemsOf(part, search, seen))
    if (search.steps <= mostSteps && meant !== undefined && !seen.has(reference ?? ''))
      return itemsOf(meant, search, new Set(seen).add(reference ?? ''))
  } else if (isFields(data)) {
    const { parts } = data
    return isMapping(data) && !isEntry(data) ? parts : [{ name: '', at, data }]
  }
  const fault = 'secret_aliases is an expression: only a list is read.'
  return [{ name: '', at, data: { kind: 'expression', text: '', parts: [], fault } }]
}

const mostSteps = 1000

/** What an expression refers to by its name alone, also as Terraform’s JSON syntax writes it. */
const referenceIn = (data: Data): string | undefined => {
  const text = isExpression(data) ? data.text : textOf(data)
  return /^(?:\$\{)?((?:var|local)\.[\w-]+)\}?$/.exec(text)?.[1]
}

const refersToKnown = ({ data }: Part, { definitions }: Search) =>
  definitions.has(referenceIn(data) ?? '')
