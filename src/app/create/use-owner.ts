import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { findId } from '../../qovery/console-link'
import { treeQuery } from '../queries/queries'
import { useSession } from '../session/session'
import { useAliasForm } from './alias-form-context'
import { locate } from './form-values'

const projectIn = (text: string) => findId(text, 'project')

/** Where the alias is to be. The tree is asked for where that is no project: nobody else needs it. */
export const useOwner = () => {
  const { control } = useAliasForm()
  const { ready } = useSession()
  const projectId = useWatch({ control, name: 'project', compute: projectIn })
  const where = useWatch({ control, name: 'where' })
  const { data, isLoading, isError } = useQuery({
    ...treeQuery(projectId ?? ''),
    enabled: ready && projectId !== undefined && where !== '',
    retryOnMount: false,
  })
  const tree = ready ? data : undefined
  const located = locate({ project: projectId ?? '', where }, tree)
  const owner = located && 'owner' in located ? located.owner : undefined
  return { projectId, where, owner, located, tree, isLoading, isError }
}
