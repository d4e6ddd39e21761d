import type { Secret } from '../../../qovery/schema'
import { isAlias } from '../../relations/relate'
import { counted } from '../../ui/count'
import { cut } from '../../ui/cut'
import { nameInText } from '../../ui/name'
import { managerWord, usualManager } from '../../../rules/api-words'

/** Warns of another system that writes it: that may `what`. */
export const ownedElsewhere = ({ owned_by: owner }: Secret, what: string): string | false =>
  owner !== null &&
  owner !== '' &&
  owner !== usualManager &&
  `${cut(managerWord(owner), 40)} owns it: its next synchronisation may ${what}.`

/**
 * “2 aliases and 1 override go with it: PGPASSWORD, DB_PASSWORD in production / web.”
 * @param places where those are, by id, that are further in
 */
export const dependentWords = (
  dependents: readonly Secret[],
  unread: number,
  places: ReadonlyMap<string, string>,
): string => {
  const aliases = dependents.filter(isAlias).length
  const others = dependents.length - aliases
  const counts = [
    aliases > 0 && counted(aliases, 'alias', 'aliases'),
    others > 0 && counted(others, 'override'),
    unread > 0 && counted(unread, 'unreadable entry', 'unreadable entries'),
  ].filter((each) => each !== false)
  const names = dependents.map(({ id, key }) => {
    const place = places.get(id)
    return place === undefined ? nameInText(key) : `${nameInText(key)} in ${nameInText(place)}`
  })
  const shown = names.slice(0, mostNamed).join(', ')
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : ''
  return `${counts.join(' and ')} ${dependents.length + unread === 1 ? 'goes' : 'go'} with it${shown === '' ? '' : `: ${shown}${more}`}.`
}

const mostNamed = 5

/** What a new description takes the place of. */
export const formerDescription = ({ description }: Secret): string | false =>
  description !== null && description !== '' && `It takes the place of “${cut(description)}”.`

export const sentences = (...parts: (string | false)[]) =>
  parts.filter((part) => part !== false && part !== '').join(' ')
