import '../ui/app.css'
import { useStore } from '../data/use-store'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { isApple } from '../ui/shortcut'
import { shortcutsShown, singleKeys } from './shortcuts'

const command = isApple() ? '⌘' : 'Ctrl'

const everywhere: [string, string][] = [
  [`${command} K`, 'go to a page, a project or a key'],
  ['/', 'search this page'],
  ['c', 'create an alias'],
  ['?', 'this list'],
  [`${command} ↵`, 'send the form'],
  [`${command} Z`, 'undo what was done last, where Undo is offered for it'],
]

const inList: [string, string][] = [
  ['↑ ↓', 'one row up or down'],
  ['Page Up, Page Down', 'ten rows'],
  ['Home, End', 'the first or last row; in a row, its first or last cell'],
  ['Ctrl Home, Ctrl End', 'the first or last row'],
  ['← →', 'hide or show what is below a row; → goes on into its cells, ← back'],
  ['Enter', 'open the row, or what a cell names'],
  ['c', 'create an alias of the row’s secret'],
  ['Space', 'select the row, or not; with Shift all from the last one to it'],
  ['Shift ↑ ↓', 'select one row more'],
  [`${command} A, Escape`, 'select all that is shown, or nothing'],
  ['Shift F10', 'everything else that can be done with it'],
]

const close = () => shortcutsShown.write(false)

/** What each key does. */
export const ShortcutsHelp = () => {
  const isOn = useStore(singleKeys)
  return (
    <Dialog title="Shortcuts" onClose={close}>
      <Keys title="On every page, outside of fields" keys={everywhere} />
      <label className="flex min-h-6 items-center gap-2">
        <input
          type="checkbox"
          className="tick"
          checked={isOn}
          onChange={(event) => singleKeys.write(event.target.checked)}
        />
        Single keys act: /, c and ?
      </label>
      <Keys title="While the list of secrets has focus" keys={inList} />
      <div>
        <Button onClick={close}>Close</Button>
      </div>
    </Dialog>
  )
}

const Keys = ({ title, keys }: { title: string; keys: [string, string][] }) => (
  <section className="grid gap-1.5">
    <h3 className="font-semibold">{title}</h3>
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
      {keys.map(([key, what]) => (
        <div key={key} className="contents">
          <dt className="font-mono text-small">{key}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  </section>
)
