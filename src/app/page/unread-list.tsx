import type { UseQueryResult } from '@tanstack/react-query'
import type { OwnerKind } from '../../qovery/owner'
import { DeadEnd } from './dead-end'
import { listProblem } from '../words/list-problem'
import { apiName } from '../data/setting'
import { Button } from '../ui/button'

interface UnreadListProps {
  title: string
  /** What cannot be said without the list, as a sentence. */
  unknown?: string
  /** Why it could not be read. */
  error: Error
  /** Whose list it is. */
  kind: OwnerKind
  list: Pick<UseQueryResult, 'isFetching' | 'refetch'>
  way: { href: string; label: string }
}

/** In the place of a page whose project's list could not be read: why, and what to do. */
export const UnreadList = ({ title, unknown, error, kind, list, way }: UnreadListProps) => {
  const { what, next, again } = listProblem(error, apiName, kind)
  return (
    <DeadEnd title={title} way={way}>
      {what} {unknown} Nothing was changed. {next}
      {again && (
        <span className="mt-4 block">
          <Button busy={list.isFetching} onClick={() => void list.refetch()}>
            Try again
          </Button>
        </span>
      )}
    </DeadEnd>
  )
}
