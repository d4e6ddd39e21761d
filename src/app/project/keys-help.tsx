import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'

const keys: [string, string][] = [
  ['↑ ↓', 'one row up or down'],
  ['Page Up, Page Down', 'ten rows'],
  ['Home, End', 'the first or last row; in a row, its first or last cell'],
  ['Ctrl Home, Ctrl End', 'the first or last row'],
  ['← →', 'hide or show what is below a row; → goes on into its cells, ← back'],
  ['Enter', 'open the row'],
  ['c', 'create an alias of it'],
  ['Shift F10', 'everything else that can be done with it'],
  ['/', 'search'],
  ['?', 'this list'],
]

/** What each key does while the list has focus. Elsewhere letters are just letters. */
export const KeysHelp = ({ onClose }: { onClose: () => void }) => (
  <Dialog title="Shortcuts" onClose={onClose}>
    <p className="text-muted">
      They work while the list has focus: press Tab until it has, or click a row beside its key.
    </p>
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
      {keys.map(([key, what]) => (
        <div key={key} className="contents">
          <dt className="font-mono text-small">{key}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
    <div>
      <Button onClick={onClose}>Close</Button>
    </div>
  </Dialog>
)
