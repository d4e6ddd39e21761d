import * as z from 'zod/mini'
import { storage } from '../data/site-data'
import type { Format } from './input/input-row'
import type { NamingRule } from './plan/naming-rule'

/** How somebody wants to give aliases, and what they chose for that. */
export interface Choices {
  /** Undefined: as the page suggests. */
  way: 'text' | 'rule' | 'copy' | undefined
  /** Undefined: as it is found to be. */
  format: Format | undefined
  rule: NamingRule
  picked: ReadonlySet<string>
}

// More than anybody picks by hand; to write them down at each press would take time.
const mostPicked = 5000

const shape = z.object({
  way: z.optional(z.enum(['text', 'rule', 'copy'])),
  format: z.optional(z.enum(['lines', 'table', 'json', 'yaml', 'terraform', 'markdown'])),
  rule: z.object({
    prefix: z.string(),
    suffix: z.string(),
    find: z.string(),
    replacement: z.string(),
  }),
  picked: z.array(z.string()),
})

/** How a page's aliases are given, and the rule that names them, kept through a reload as its text is. */
export const storedChoices = (inputId: string) => {
  const record = storage('sessionStorage', `alias-console:bulk-choices:${inputId}`)
  return {
    read: (): Choices | undefined => {
      const { data } = z.safeParse(shape, record.readJson())
      return (
        data && {
          way: data.way,
          format: data.format,
          rule: data.rule,
          picked: new Set(data.picked),
        }
      )
    },
    write: ({ way, format, rule, picked }: Choices) =>
      record.write(
        // All or none: some of them would be taken for all.
        JSON.stringify({ way, format, rule, picked: picked.size > mostPicked ? [] : [...picked] }),
      ),
  }
}
