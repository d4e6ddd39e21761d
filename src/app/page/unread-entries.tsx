import { useState } from 'react'
import type { Unreadable } from '../../qovery/list'
import { entriesUnread } from '../words/list-problem'
import { UnreadableEntry } from '../alias/unreadable-entry'
import { apiName } from '../data/setting'
import { Button } from '../ui/button'
import { counted } from '../ui/count'
import { Icon } from '../ui/icon'

// However many there are, so many are drawn, and as many more at each press.
const step = 50

/** Stands above a list of which some entries could not be read: how many, and what they say of themselves. */
export const UnreadEntries = ({ entries }: { entries: readonly Unreadable[] }) => {
  const [most, setMost] = useState(step)
  if (entries.length === 0) return null
  const left = entries.length - most
  return (
    <div
      role="group"
      aria-label="Could not be read"
      className="mb-3 grid gap-2 rounded-card border border-warning bg-warning-tint p-3"
    >
      <p className="flex gap-1.5">
        <Icon name="warning" className="mt-0.5 text-warning" />
        <span className="min-w-0">
          {entriesUnread(entries.length, apiName)}. Nothing can be done with{' '}
          {entries.length === 1 ? 'it' : 'them'} here; everything else is as usual.
        </span>
      </p>
      <ul className="grid max-h-48 gap-1 overflow-y-auto pl-6">
        {entries.slice(0, most).map((entry, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- nothing else tells two of them apart, and none moves
          <li key={index}>
            <UnreadableEntry entry={entry} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <div className="pl-6">
          <Button onClick={() => setMost(most + step)}>
            Show {Math.min(step, left)} more of {counted(entries.length, 'entry', 'entries')}
          </Button>
        </div>
      )}
    </div>
  )
}
