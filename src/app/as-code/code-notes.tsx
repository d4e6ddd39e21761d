import { useState } from 'react'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'

// A project's worth of what is left out would push the page's end out of sight.
const most = 8

/** What stands beside code: what its tool cannot express, and what it asks for. */
export const CodeNotes = ({ about, notes }: { about: string; notes: readonly string[] }) => {
  const [all, setAll] = useState(false)
  // Namesakes are left out in the same words.
  const different = [...new Set(notes)]
  const shown = all ? different : different.slice(0, most)
  if (different.length === 0) return null
  return (
    <>
      <ul aria-label={about} className="grid gap-1 text-small text-muted">
        {shown.map((note) => (
          <li key={note} className="flex gap-1.5">
            <Icon name="info" className="mt-0.5" />
            <span className="min-w-0 wrap-anywhere">
              {/* A note may hold a command. */}
              <bdi translate="no">{note}</bdi>
            </span>
          </li>
        ))}
      </ul>
      {shown.length < different.length && (
        <div>
          <Button onClick={() => setAll(true)}>Show all {different.length} notes</Button>
        </div>
      )}
    </>
  )
}
