import { useState } from 'react'
import { counted } from '../ui/count'
import { cut } from '../ui/cut'
import { PlaceTree } from './place-tree'
import type { Place } from './plan/place'

interface PlaceInputProps {
  projectId: string
  chosen: readonly Place[]
  onChoose: (places: readonly Place[]) => void
}

/** In which places of the project the aliases are to be: the project alone, until somebody says otherwise. */
export const PlaceInput = ({ projectId, chosen, onChoose }: PlaceInputProps) => {
  const [isOpen, setOpen] = useState(
    chosen.length === 0 || chosen.some(({ name }) => name !== undefined),
  )
  const [only] = chosen
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="rounded-card border border-line px-3 py-2"
    >
      <summary className="rounded-small">
        Where:{' '}
        {chosen.length > 1 ? (
          counted(chosen.length, 'place')
        ) : only === undefined ? (
          'nowhere yet'
        ) : only.name === undefined ? (
          'the project'
        ) : (
          <bdi translate="no">{cut(only.name)}</bdi>
        )}
      </summary>
      <div className="grid gap-2 pt-2">
        <p className="text-small text-muted">
          Every row is created in each place. Its target is found there by its key: the place’s own,
          or one of what is around it. Rows of a table that name an environment or a service, in
          columns that are called so, are created there instead.
        </p>
        <PlaceTree projectId={projectId} chosen={chosen} onChoose={onChoose} isOpen={isOpen} />
      </div>
    </details>
  )
}
