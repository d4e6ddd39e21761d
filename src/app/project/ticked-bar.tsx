import { memo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Owner } from '../../qovery/owner'
import { byOwner, handOverRows, type ChosenRows } from '../change/chosen-rows'
import { isAlias, type Relations } from '../relations/relate'
import type { SeenList } from '../relations/seen-list'
import { Button } from '../ui/button'
import { grouped } from '../ui/count'
import { useFocusKept } from '../ui/use-focus-kept'
import { barId, treeId } from './reveal'
import { SaveTicked } from './save-list'
import type { Ticking } from './use-ticks'

interface TickedBarProps {
  owner: Owner
  seen: SeenList
  relations: Relations
  ticking: Ticking
}

/** How many rows are ticked, and what can be done to all of them. Nothing is sent before its plan was seen. */
export const TickedBar = memo(({ owner, seen, relations, ticking }: TickedBarProps) => {
  const [, navigate] = useLocation()
  const { ids, shown, shownTicked, tickShown, clear } = ticking
  const count = ids.size
  const [wasTicked, setWasTicked] = useState(false)
  if (count > 0 && !wasTicked) setWasTicked(true)
  // Each of its last two buttons is gone once it is pressed. Where nothing matches, there is no tree.
  useFocusKept(
    () => document.getElementById(treeId) ?? document.getElementById('content'),
    count === 0 ? 'none' : shownTicked === 'all' ? 'all' : 'some',
    { preventScroll: true },
  )
  // In the order of the list.
  const related = [...(count === 0 ? [] : relations.values())].filter(({ secret }) =>
    ids.has(secret.id),
  )
  const ticked = related.map(({ secret }) => secret)
  const hidden = count - shown.filter((id) => ids.has(id)).length
  const notShown = hidden > 0 ? `, ${grouped(hidden)} not shown` : ''
  const plan = (action: ChosenRows['action']) => {
    navigate(handOverRows({ action, at: owner, of: byOwner(ticked, seen.ownerOf) }))
  }
  return (
    <>
      <p role="status" className="sr-only">
        {count > 0 ? `${grouped(count)} selected${notShown}` : wasTicked && 'Nothing selected'}
      </p>
      {count > 0 && (
        <section
          id={barId}
          aria-label="Selected rows"
          className="floating sticky bottom-3 z-10 mt-3 flex flex-wrap items-center gap-2 rounded-card border border-control bg-surface p-3"
        >
          <p className="mr-2 font-semibold tabular-nums">
            {grouped(count)} selected
            {hidden > 0 && <span className="font-normal text-muted">{notShown}</span>}
          </p>
          {!ticked.every(isAlias) && <Button onClick={() => plan('alias')}>Create aliases</Button>}
          {ticked.some(isAlias) && <Button onClick={() => plan('repoint')}>Re-point</Button>}
          <Button onClick={() => plan('edit')}>Edit descriptions</Button>
          <Button kind="danger" onClick={() => plan('delete')}>
            Delete
          </Button>
          <span className="ml-auto flex flex-wrap gap-2">
            {shownTicked !== 'all' && (
              <Button onClick={tickShown}>Select all {grouped(shown.length)} shown</Button>
            )}
            <SaveTicked owner={owner} ticked={related} />
            <Button onClick={clear}>Clear</Button>
          </span>
        </section>
      )}
    </>
  )
})
