import { Link } from 'wouter'
import { secretPath } from '../../qovery/page-paths'
import { ServerWords } from '../alias/server-words'
import { useLanding } from './current-creation'

/** What a server's refusal adds to a field's message: who has the key, and the server's own words. */
export const FromServer = () => {
  const landing = useLanding()
  if (landing === undefined) return null
  const { existing, failure, operation } = landing
  return (
    <>
      {existing !== null && (
        <>
          {' '}
          <Link className="link" href={secretPath(operation.owner, existing.id)}>
            Open {existing.key}
          </Link>
        </>
      )}
      {failure !== null && <ServerWords error={failure} />}
    </>
  )
}
