import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { findId } from '../../rules/console-link'
import { treeQuery } from '../queries/tree-query'
import { useSession } from '../session/session'
import { useComputedValue, useFormValue } from './alias-form-context'
import { locate } from './form-values'

const projectIn = (text: string) => findId(text, 'project')

/** Where the alias is to be. The tree is asked for where that is no project: nobody else needs it. */
export const useOwner = () => {
  const { ready } = useSession()
  const projectId = useComputedValue('project', projectIn)
  const where = useFormValue('where')
  const { data, isLoading, isError } = useQuery({
    ...treeQuery(projectId ?? ''),
    enabled: ready && projectId !== undefined && where !== '',
    retryOnMount: false,
  })
  const tree = ready ? data : undefined
  // The same as long as the place is: a list's options are worked out for an owner.
  const located = useMemo(
    () => locate({ project: projectId ?? '', where }, tree),
    [projectId, where, tree],
  )
  const owner = located && 'owner' in located ? located.owner : undefined
  return { projectId, where, owner, located, tree, isLoading, isError }
}
