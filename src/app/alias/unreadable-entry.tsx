import type { Unreadable } from '../../qovery/list'
import { cut } from '../ui/cut'
import { Name } from '../ui/name'

const whyWords: Record<Unreadable['why'], string> = {
  unlike: '',
  repeated: ', the same as another entry',
  contrary: ', with the ID of another entry',
}

/** An entry of a list that could not be read, by what it says of itself: text that leads nowhere. */
export const UnreadableEntry = ({ entry: { name, id, why } }: { entry: Unreadable }) => (
  <>
    {name === null ? (
      'without a name'
    ) : (
      <Name of={name} className="font-mono text-small wrap-anywhere" />
    )}
    <span className="text-small text-muted">
      {id !== null && (
        <>
          {' '}
          ID{' '}
          <bdi translate="no" className="font-mono wrap-anywhere">
            {cut(id, 60)}
          </bdi>
        </>
      )}
      {whyWords[why]}
    </span>
  </>
)
