import type { Related } from '../relations/relate'
import { cut } from '../ui/cut'
import { Icon } from '../ui/icon'
import { nameInText } from '../ui/name'
import { scopeWord } from '../../rules/api-words'
import { overrideWords } from './override-words'

/** Says of a secret that it hides one of the same key, or is hidden by one. */
export const OverrideBadge = ({ related }: { related: Related }) => {
  const words = overrideWords(related)
  if (words === undefined) return null
  const { key, overridden_secret: hidden } = related.secret
  return (
    <span
      className="inline-flex shrink-0 items-center gap-1 rounded-small border border-warning px-1.5 text-small text-warning"
      title={
        hidden === null
          ? `Something with the key ${nameInText(key)} at a narrower scope is used in its place.`
          : `It is used in the place of ${nameInText(hidden.key)} of scope ${cut(scopeWord(hidden.scope ?? ''))}.`
      }
    >
      <Icon name="override" className="size-3.5" />
      {words}
    </span>
  )
}
