import type { Owner } from '../../qovery/owner'
import { apiName } from '../data/setting'
import { counted } from '../ui/count'
import { listProblem } from '../words/list-problem'
import { ownerWord } from '../words/owner-word'

interface UnreadAroundProps {
  /** What is around an owner, and whose list was refused. */
  unread: readonly { owner: Owner; error: Error }[]
  /** How many secrets two lists do not say the same of. */
  contrary: number
}

/** Says what is missing of what an owner sees, or not certain. */
export const UnreadAround = ({ unread, contrary }: UnreadAroundProps) => (
  <>
    {unread.map(({ owner, error }) => (
      <p key={owner.id} role="status" className="mb-2 text-small text-warning">
        The {ownerWord(owner)}’s own list could not be read:{' '}
        {listProblem(error, apiName, owner.kind).what} What is inherited from it is shown as this
        list has it, which may be not all.
      </p>
    ))}
    {contrary > 0 && (
      <p role="status" className="mb-2 text-small text-warning">
        Two lists do not say the same of {counted(contrary, 'secret')}: each is shown as its own
        owner’s list has it. Refresh reads them again.
      </p>
    )}
  </>
)
