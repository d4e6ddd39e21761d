import { fold } from '../../rules/fold'
import type { Option } from './option'

/**
 * The options that have every word of a query in them, best first: of that very name, used lately, beginning with it, with
 * the words in their name, with them elsewhere, and last what cannot be picked. Otherwise in their own order; in one pass,
 * however many there are.
 */
export const searchOptions = (
  options: readonly Option[],
  query: string,
  recent: readonly string[] = [],
): Option[] => {
  const text = fold(query).trim()
  const words = text.split(/\s+/).filter((word) => word !== '')
  const used: Option[] = []
  const exact: Option[] = []
  const begun: Option[] = []
  const named: Option[] = []
  const others: Option[] = []
  const unfit: Option[] = []
  for (const option of options) {
    // A few digits are in many ids, which nobody sees: from eight on, somebody means one.
    const has = (word: string) =>
      option.words.includes(word) || (word[7] && option.id.includes(word))
    if (!words.every(has)) continue
    if (option.disabledReason !== undefined) unfit.push(option)
    else if (words.length > 0 && option.words.startsWith(`${text}\n`)) exact.push(option)
    else if (recent.includes(option.id)) used.push(option)
    else if (words.length > 0 && option.words.startsWith(text)) begun.push(option)
    else if (isNamed(option, words)) named.push(option)
    else others.push(option)
  }
  used.sort((a, b) => recent.indexOf(a.id) - recent.indexOf(b.id))
  const rest = [...begun, ...named, ...others, ...unfit]
  if (words.length > 0 || used.length === 0) return [...exact, ...used, ...rest]
  // Without a query the list says why these lead, and where it begins in its own order.
  const [first, ...following] = rest
  return [
    ...used.map((option) => under('Recent', option)),
    ...(first === undefined ? [] : [under(first.group ?? 'All', first)]),
    ...following,
  ]
}

const under = (group: string, option: Option): Option => ({ ...option, group })

/** Whether each word of a search that found an option is in its name. */
const isNamed = (option: Option, words: readonly string[]) => {
  if (words.length === 0) return true
  const end = option.words.indexOf('\n')
  return words.every((word) => option.words.indexOf(word) < end)
}

/** The one option of that very name, case and all; one that cannot be picked is meant all the same, and says why. */
export const optionNamed = (options: readonly Option[], name: string): Option | undefined =>
  options.find((option) => option.name === name.trim())
