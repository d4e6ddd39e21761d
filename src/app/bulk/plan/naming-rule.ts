import { inputRow, type InputRow } from '../input/input-row'

/** How the key of a secret becomes the key of its alias: first replaced, then put between the two ends. */
export interface NamingRule {
  prefix: string
  suffix: string
  /** Every occurrence is replaced; empty replaces nothing. */
  find: string
  replacement: string
}

export const emptyRule: NamingRule = { prefix: '', suffix: '', find: '', replacement: '' }

export const nameByRule = ({ prefix, suffix, find, replacement }: NamingRule, key: string) =>
  // A function, since `$&` in a replacement text would mean something.
  `${prefix}${find === '' ? key : key.replaceAll(find, () => replacement)}${suffix}`

/** Rows for the picked secrets, which are named by id: a key can be there twice. */
export const rowsByRule = (
  rule: NamingRule,
  secrets: readonly { id: string; key: string }[],
): InputRow[] => secrets.map(({ id, key }, index) => inputRow(index + 1, nameByRule(rule, key), id))
