import type { Owner } from '../../qovery/owner'
import { useOwnerChain } from '../owner/owner-chain'
import { cut } from '../ui/cut'
import { ownerWord } from '../words/owner-word'

/** Says of a secret that was seen from further in whose it is, and whom a change reaches. */
export const InheritedNote = ({ owner }: { owner: Owner }) => {
  const name = useOwnerChain(owner).at(-1)?.name
  const word = ownerWord(owner)
  return (
    <p>
      It belongs to the {name == null ? word : `${word} `}
      {name != null && (
        <bdi translate="no" className="align-top font-semibold">
          {cut(name)}
        </bdi>
      )}
      , and is changed there: for all that lies in that {word}.
    </p>
  )
}
