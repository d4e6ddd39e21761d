import * as z from 'zod/mini'
import { parseJson } from '../../../qovery/json'
import type { YieldToMain } from '../yield-to-main'
import {
  inputRow,
  readSwitch,
  switchProblem,
  unreadable,
  type InputRow,
  type Reading,
} from './input-row'
import { repeatedName } from './repeated-name'

const text = z.optional(z.nullable(z.string()))

// One shape for this console's report, Terraform's JSON syntax, and Qovery's own list of secrets.
const entry = z.object({
  alias: text,
  key: text,
  source: text,
  value: text,
  aliased_secret: z.optional(z.nullable(z.object({ key: z.string() }))),
  description: text,
  enable_interpolation_in_file: z.optional(z.unknown()),
  interpolation: z.optional(z.unknown()),
})

const lists = ['aliases', 'rows', 'secret_aliases', 'results'] as const

/** Reads a list of objects, an object that holds such a list, or an object of `"ALIAS": "SOURCE"`. */
export const readJson = async (json: string, yieldToMain: YieldToMain): Promise<Reading> => {
  const root = parseJson(json)
  if (typeof root !== 'object' || root === null) {
    return reading([
      unreadable(lineOfFault(json), 'From here on this is not valid JSON. Nothing was read.'),
    ])
  }
  const twice = await repeatedName(json, yieldToMain)
  if (twice !== undefined) {
    const problem = `The name ${twice.name} stands twice in one object, so that one of the two would be lost. Nothing was read.`
    return reading([unreadable(twice.line, problem)])
  }
  const rows: InputRow[] = []
  for (const [index, read] of readersOf(root).entries()) {
    const rest = yieldToMain()
    if (rest !== undefined) await rest
    rows.push(read(index + 1))
  }
  return reading(rows)
}

const reading = (rows: InputRow[]): Reading => ({ format: 'json', rows, notes: [] })

const readersOf = (root: object): ((at: number) => InputRow)[] => {
  const list = Array.isArray(root)
    ? root
    : lists.map((name): unknown => Reflect.get(root, name)).find(Array.isArray)
  if (list !== undefined) return list.map((item: unknown) => (at) => readEntry(at, item))
  return Object.entries(root).map(([key, source]: [string, unknown]) => (at) => {
    if (typeof source !== 'string')
      return unreadable(at, 'The key or id of a secret was expected, in quotes.', key)
    return readEntry(at, { alias: key, source })
  })
}

const readEntry = (at: number, item: unknown): InputRow => {
  const parsed = z.safeParse(entry, item)
  if (!parsed.success)
    return unreadable(at, 'An object with “alias” and “source” was expected, both of them texts.')
  const { alias, key, source, value, aliased_secret, description } = parsed.data
  const { enable_interpolation_in_file: onWire = parsed.data.interpolation } = parsed.data
  const interpolation = readSwitch(onWire)
  const named = source ?? value ?? aliased_secret?.key ?? ''
  const problem =
    (named === '' ? 'The entry names no source.' : undefined) ??
    (interpolation === undefined ? switchProblem : undefined)
  return inputRow(at, alias ?? key ?? '', named, {
    description: description === undefined || description === '' ? null : description,
    interpolation: interpolation ?? null,
    ...(problem === undefined ? {} : { problem }),
  })
}

/**
 * The line at which a text stops to be JSON. Engines say it in words of their own or not at all, so it is looked for:
 * the first thing that is no word of JSON, or else the end.
 */
const lineOfFault = (json: string) => {
  const words =
    /(?:[\s{}[\],:]|"(?:[^"\\\n]|\\.)*"|true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)*/y
  const [sound = ''] = words.exec(json) ?? []
  return sound.split('\n').length
}
