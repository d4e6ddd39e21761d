import { Link } from 'wouter'
import { ServerWords } from '../review/server-words'
import { useLanding } from './use-landing'

/** What a server's refusal adds to a field's message: who holds the key, and the server's own words. */
export const FromServer = () => {
  const landing = useLanding()
  if (landing === undefined) return null
  const { holder, error, projectId } = landing
  return (
    <>
      {holder !== undefined && (
        <>
          {' '}
          <Link className="link" href={`/project/${projectId}/secret/${holder.id}`}>
            Open {holder.key}
          </Link>
        </>
      )}
      <ServerWords error={error} />
    </>
  )
}
