import { useQuery } from '@tanstack/react-query'
import { memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { PlaceSearch } from '../owner/place-search'
import { findInTree, hasText } from '../queries/find-in-tree'
import { treeQuery } from '../queries/tree-query'
import { useSession } from '../session/session'
import { apiName } from '../data/setting'
import { Button } from '../ui/button'
import { grouped } from '../ui/count'
import { cut } from '../ui/cut'
import type { Place } from './plan/place'
import { linesOf, type Line } from './plan/place-lines'

export const useTree = (projectId: string, isWanted: boolean) => {
  const { ready } = useSession()
  return useQuery({ ...treeQuery(projectId), enabled: ready && isWanted })
}

interface PlaceTreeProps {
  projectId: string
  chosen: readonly Place[]
  onChoose: (places: readonly Place[]) => void
  isOpen: boolean
}

const indents = ['pl-3', 'pl-8', 'pl-13'] as const

/** Where aliases are to be created: every place of a project, to be ticked. */
export const PlaceTree = ({ projectId, chosen, onChoose, isOpen }: PlaceTreeProps) => {
  const tree = useTree(projectId, isOpen)
  const [text, setText] = useState('')
  const isSearched = text.trim() !== ''
  const matching = useMemo(() => tree.data && findInTree(tree.data, text), [tree.data, text])
  const lines = useMemo(() => linesOf(projectId, matching), [projectId, matching])
  const clones = matching?.environments.filter(({ expires }) => expires).length ?? 0
  const count = useMemo(() => linesOf(projectId, tree.data).length - 1, [projectId, tree.data])
  // An environment that is there for its services alone was not meant.
  const named = lines.slice(1).filter(({ label }) => hasText(label, text))
  const found = named.flatMap(({ place }) => place ?? [])
  const ids = new Set(chosen.map(({ owner }) => owner.id))
  const now = useRef({ chosen, onChoose })
  useLayoutEffect(() => {
    now.current = { chosen, onChoose }
  })
  const tick = useCallback((place: Place, checked: boolean) => {
    const others = now.current.chosen.filter(({ owner }) => owner.id !== place.owner.id)
    now.current.onChoose(checked ? [...others, place] : others)
  }, [])
  const missing = tree.data?.environmentsError ?? tree.data?.servicesError ?? tree.error
  return (
    <div className="grid gap-2">
      <PlaceSearch count={count} text={text} onText={setText} found={named.length} leftOut={clones}>
        {isSearched && found.length > 0 && (
          <Button
            onClick={() =>
              onChoose([...chosen, ...found.filter(({ owner }) => !ids.has(owner.id))])
            }
          >
            Choose all {grouped(found.length)}
          </Button>
        )}
      </PlaceSearch>
      <div
        role="group"
        aria-label="Places"
        className="max-h-80 overflow-y-auto rounded-card border border-line py-1"
      >
        {lines.map((line) => (
          <PlaceLine key={line.id} line={line} checked={ids.has(line.id)} onTick={tick} />
        ))}
      </div>
      {tree.isLoading && (
        <p role="status" className="text-small text-muted">
          Environments and services are being read…
        </p>
      )}
      {missing != null && (
        <p role="status" className="text-small text-warning">
          {apiName} did not give out{' '}
          {tree.data?.environmentsError === null ? 'all services' : 'all environments'}: what is
          missing here cannot be chosen.
        </p>
      )}
    </div>
  )
}

interface PlaceLineProps {
  line: Line
  checked: boolean
  onTick: (place: Place, checked: boolean) => void
}

// There may be hundreds, of which a tick changes one.
const PlaceLine = memo(({ line, checked, onTick }: PlaceLineProps) => {
  const { label, about, within, depth, place } = line
  return (
    <label
      className={`flex min-h-7 items-baseline gap-2 py-0.5 pr-3 ${indents[depth]} ${place === undefined ? 'text-muted' : ''}`}
    >
      <input
        type="checkbox"
        className="tick"
        aria-label={`${within === '' ? '' : `${within} / `}${label} ${about}`}
        disabled={place === undefined}
        checked={checked}
        onChange={({ target }) => {
          if (place !== undefined) onTick(place, target.checked)
        }}
      />
      <span className="min-w-0 wrap-anywhere">
        <bdi translate="no">{cut(label)}</bdi>{' '}
        <span className="text-small text-muted">{cut(about)}</span>
      </span>
    </label>
  )
})
