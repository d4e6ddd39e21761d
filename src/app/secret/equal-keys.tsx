import { Link } from 'wouter'
import type { Owner } from '../../qovery/owner'
import { scopeInSentence } from '../../rules/api-words'
import { secretPath } from '../../rules/page-paths'
import type { KeyStatus } from '../relations/seen-list'
import { cut } from '../ui/cut'
import { grouped } from '../ui/count'

const mostLinked = 5

/** Says which of equal keys has effect, with the way to the others. */
export const EqualKeys = ({ owner, status }: { owner: Owner; status: KeyStatus }) => {
  const { isEffective, others } = status
  const more = others.length - mostLinked
  return (
    <p className="text-muted">
      Other secrets seen here have this key too:{' '}
      {others.slice(0, mostLinked).map(({ id, scope }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link className="link" href={secretPath(owner, id)}>
            {scope === 'BUILT_IN'
              ? 'the built-in one'
              : `the one at ${cut(scopeInSentence(scope), 40)} scope`}
          </Link>
        </span>
      ))}
      {more > 0 && ` and ${grouped(more)} more`}.{' '}
      {isEffective === null
        ? 'Which of them has effect is not certain.'
        : isEffective
          ? 'This one has effect.'
          : 'A narrower one has effect, and hides this one.'}
    </p>
  )
}
