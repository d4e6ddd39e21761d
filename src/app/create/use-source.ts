import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { findId } from '../../qovery/console-link'
import { projectOwner } from '../../qovery/owner'
import { lastProject } from '../queries/last-project'
import { secretsQuery } from '../queries/queries'
import { useSession } from '../session/session'
import { useAliasForm } from './alias-form-context'
import { findSource } from './form-values'

const projectIn = (text: string) => findId(text, 'project')
const secretIn = (text: string) => findId(text, 'secret')

/** What the form's two ids lead to, asked for as soon as the project's is known. Letters that make no id draw nothing. */
export const useSource = () => {
  const { control } = useAliasForm()
  const { ready } = useSession()
  const projectId = useWatch({ control, name: 'project', compute: projectIn })
  const secretId = useWatch({ control, name: 'secret', compute: secretIn })
  const { data, isLoading } = useQuery({
    ...secretsQuery(projectOwner(projectId ?? '')),
    enabled: ready && projectId !== undefined,
    // A refusal is shown, not asked about again by each part of the form that comes to need the list.
    retryOnMount: false,
  })
  const list = ready ? data : undefined
  const isKnown = list !== undefined && projectId !== undefined
  useEffect(() => {
    // The pages that the bar leads to are those of the project that somebody works in.
    if (isKnown) lastProject.write(projectId)
  }, [isKnown, projectId])
  return { projectId, secretId, list, isLoading, source: findSource(list, secretId) }
}
