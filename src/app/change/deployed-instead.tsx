import type { Owner } from '../../qovery/owner'
import type { Secret } from '../../qovery/schema'
import { useOwnerChain } from '../owner/owner-chain'
import { nameInText } from '../ui/name'
import { NamedText } from '../ui/named-text'
import { ownerWord } from '../words/owner-word'
import { thenGets } from './then-gets'

/** Says that another secret of the same name has effect once one is gone. */
export const DeployedInstead = ({ owner, next }: { owner: Owner; next: Secret }) => {
  const name = useOwnerChain(owner).at(-1)?.name
  const place = name == null ? `The ${ownerWord(owner)}` : nameInText(name)
  return (
    <p className="wrap-anywhere">
      <NamedText text={thenGets(place, next)} names={[name ?? '', next.key]} />
    </p>
  )
}
