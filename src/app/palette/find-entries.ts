import { fold } from '../../rules/fold'
import { createSearch, wordsOf } from '../search/create-search'
import { isNear } from '../search/near'
import { actionEntries, openEntry, type Entry, type Subject } from './entry'

export interface Group {
  name: string
  entries: Entry[]
  /** How many more there are of it than are listed. */
  more: number
}

/** What the palette knows of. */
export interface Known {
  /** What the page in sight is about; undefined where it is about nothing in particular. */
  here: Subject | undefined
  /** Pages, and what the frame around them offers: always there. */
  pages: readonly Entry[]
  subjects: readonly Subject[]
}

export interface Found {
  groups: Group[]
  /** Whether nothing has these very words, and what is nearly so is listed. */
  isNear: boolean
}

/** How many were found, also those that are not listed. */
export const countOf = ({ groups }: Found): number =>
  groups.reduce((sum, { entries, more }) => sum + entries.length + more, 0)

const kinds = ['Projects', 'Environments and services', 'Secrets'] as const
/** Entries of a group that are listed: whoever wants another one types more. */
const most = 20
/** Subjects whose actions are offered for a query that begins with an action. */
const mostActed = 6

/** Makes the search of what was known when the palette was opened, for a query that is typed letter by letter. */
export const createFinder = ({ here, pages, subjects }: Known) => {
  const [texts, ids] = [subjects.map(({ words }) => words), subjects.map(({ id }) => fold(id))]
  const [search, acted] = [createSearch(texts, ids), createSearch(texts, ids)]
  const ofHere = here === undefined ? [] : actionEntries(here)
  // What can be done comes first, to be taken by Enter.
  const own = [...ofHere.filter(isFit), ...ofHere.filter((entry) => !isFit(entry))]
  const subjectsAt = (places: readonly number[]) => places.flatMap((place) => subjects[place] ?? [])

  /** “edit pg”: what can be done about what the rest of the query finds, where it begins with the name of an action. */
  const actions = (words: readonly string[]): Entry[] => {
    const found = new Map<string, Entry>()
    for (let length = words.length - 1; length > 0; length -= 1) {
      const [first, rest] = [words.slice(0, length), words.slice(length)]
      const meant = best(subjectsAt(acted(rest)), rest.join(' ')).slice(0, mostActed)
      for (const entry of meant.flatMap(actionEntries))
        if (isCalled(entry.label, first) && !found.has(entry.id)) found.set(entry.id, entry)
    }
    return [...found.values()]
  }

  return (query: string): Found => {
    const words = wordsOf(query)
    const has = (entry: Entry) => words.every((word) => textOf(entry).includes(word))
    const [fixed, ownFound] = [pages.filter(has), own.filter(has)]
    const grouped = (found: readonly Subject[], withActions: boolean): Group[] =>
      [
        groupOf('This page', ownFound),
        groupOf('Actions', withActions ? actions(words) : []),
        groupOf('Pages', fixed),
        ...kinds.map((kind) =>
          groupOf(kind, found.filter(({ group }) => group === kind).map(openEntry)),
        ),
      ].filter(({ entries }) => entries.length > 0)
    // Keys are found, not listed: there may be any number of them.
    if (words.length === 0)
      return {
        groups: grouped(
          subjects.filter(({ group }) => group === 'Projects'),
          false,
        ),
        isNear: false,
      }
    const groups = grouped(best(subjectsAt(search(words)), words.join(' ')), words.length > 1)
    if (groups.length > 0) return { groups, isNear: false }
    const near = nearest(subjects, words)
    return { groups: grouped(near, false), isNear: near.length > 0 }
  }
}

const isFit = ({ disabledReason }: Entry) => disabledReason === undefined

const textOf = ({ label, name, facts }: Entry) => fold(`${label}\n${name}\n${facts}`)

const groupOf = (name: string, entries: readonly Entry[]): Group => ({
  name,
  entries: entries.slice(0, most),
  more: Math.max(0, entries.length - most),
})

/** First what has that very name, then what begins with it, then what has it, then the others; otherwise as they come. */
const best = (found: readonly Subject[], text: string): Subject[] => {
  const ranks: [Subject[], Subject[], Subject[], Subject[]] = [[], [], [], []]
  for (const subject of found) {
    const { words } = subject
    const end = words.indexOf('\n')
    const at = words.indexOf(text)
    if (at === 0) ranks[end === text.length ? 0 : 1].push(subject)
    else ranks[at > 0 && at < end ? 2 : 3].push(subject)
  }
  return ranks.flat()
}

const bare = (text: string) => text.replaceAll('-', '')

/** Whether words are the beginning of an action's name: “copy id”, “re”. */
const isCalled = (label: string, words: readonly string[]) => {
  const parts = label.toLowerCase().split(' ')
  return words.every((word, index) => {
    const isThis = (part: string | undefined) =>
      part !== undefined && bare(part).startsWith(bare(word))
    return word.length > 1 && (index === 0 ? isThis(parts[0]) : parts.some(isThis))
  })
}

const nearest = (subjects: readonly Subject[], words: readonly string[]): Subject[] => {
  const parts = words.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u)).filter(Boolean)
  if (parts.length === 0) return []
  return subjects.filter(({ words: text }) => {
    const [name = ''] = text.split('\n', 1)
    return parts.every((part) => isNear(part, name))
  })
}
