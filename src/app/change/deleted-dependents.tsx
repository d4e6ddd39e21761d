import type { Unreadable } from '../../qovery/list'
import { Link } from 'wouter'
import type { Secret } from '../../qovery/schema'
import { secretPath } from '../../rules/page-paths'
import { isAlias } from '../relations/relate'
import { UnreadableEntry } from '../alias/unreadable-entry'
import { apiName } from '../data/setting'
import { placeText, type Dependents } from '../lineage/lineage-plan'
import { counted } from '../ui/count'
import { cut } from '../ui/cut'
import { ScrolledList } from '../ui/scrolled-list'
import { Name } from '../ui/name'
import { scopeWord } from '../../rules/api-words'

interface DeletedDependentsProps {
  /** Whether it can be made again where nothing goes with it. */
  canUndo: boolean
  state: 'reading' | 'read' | 'unread'
  /** Whether all lists that may show something that goes with it were read, its owner's own aside. */
  isKnown: boolean
  dependents: Secret[]
  /** What goes in narrower places. */
  further: readonly Dependents[]
  /** Entries of the list that could not be read and say that they depend on it, and how many others there are. */
  unread: Unreadable[]
  others: number
}

/** Exactly what a deletion takes along. */
export const DeletedDependents = (props: DeletedDependentsProps) => {
  const { canUndo, state, isKnown, dependents, further, unread, others } = props
  if (state === 'reading') return <p role="status">Reading what goes with it…</p>
  if (state === 'unread') {
    return (
      <p role="alert" className="text-danger">
        {apiName} did not give out the list, so what goes with it is not known. Nothing was deleted.
        Close this, and try again later.
      </p>
    )
  }
  const doubt = others > 0 && (
    <p className="mt-1">
      {counted(others, 'entry', 'entries')} of the list could not be read: whether{' '}
      {others === 1 ? 'it goes' : 'they go'} too is not known.
    </p>
  )
  const all = [...dependents, ...further.flatMap(({ secrets }) => secrets)]
  if (all.length === 0 && unread.length === 0)
    return (
      <div>
        <p>
          Nothing else{!isKnown && ' in its own list'}
          {others > 0 && ' that can be read'} goes with it.{' '}
          {canUndo ? 'It can be made again by Undo, with another ID.' : 'It cannot be undone.'}
        </p>
        {doubt}
      </div>
    )
  return (
    <div>
      <p className="mb-1">
        <strong className="align-top font-semibold">{wentWords(all, unread.length)}</strong>.{' '}
        {apiName} deletes whatever depends on it. This cannot be undone.
      </p>
      <ScrolledList label="Goes with it">
        {dependents.map((each) => (
          <li key={each.id} className="min-h-6 text-small wrap-anywhere">
            <Name of={each.key} />{' '}
            <span className="text-muted">
              {isAlias(each) ? 'alias' : 'override'} · {cut(scopeWord(each.scope))}
            </span>
          </li>
        ))}
        {further.flatMap((place) =>
          place.secrets.map((each) => (
            <li key={each.id} className="min-h-6 text-small wrap-anywhere">
              <Link href={secretPath(place.owner, each.id)} className="link inline-block min-h-6">
                <Name of={each.key} />
              </Link>{' '}
              <span className="text-muted">
                {isAlias(each) ? 'alias' : 'override'} ·{' '}
                <bdi translate="no">{placeText(place)}</bdi>
              </span>
            </li>
          )),
        )}
        {unread.map((entry, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- nothing else tells two of them apart, and none moves
          <li key={index} className="wrap-anywhere">
            <UnreadableEntry entry={entry} />{' '}
            <span className="text-small text-muted">could not be read</span>
          </li>
        ))}
      </ScrolledList>
      {doubt}
    </div>
  )
}

/** "9 aliases and 1 override go with it". */
const wentWords = (dependents: readonly Secret[], unread: number) => {
  const aliases = dependents.filter(isAlias).length
  const parts = [
    ...(aliases === 0 ? [] : [counted(aliases, 'alias', 'aliases')]),
    ...(dependents.length === aliases ? [] : [counted(dependents.length - aliases, 'override')]),
    ...(unread === 0 ? [] : [counted(unread, 'unreadable entry', 'unreadable entries')]),
  ]
  return `${parts.join(' and ')} ${dependents.length + unread === 1 ? 'goes' : 'go'} with it`
}
