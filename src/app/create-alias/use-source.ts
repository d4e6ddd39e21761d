import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { findId } from '../../qovery/console-link'
import { queryClient, secretsQuery } from '../queries'
import { useSession } from '../session/session'
import { findSource, type FormValues } from './form-values'

/** What the form's two ids lead to, asked for as soon as the project's is known. */
export const useSource = () => {
  const [project, secret] = useWatch<FormValues, ['project', 'secret']>({
    name: ['project', 'secret'],
  })
  const { ready } = useSession()
  const projectId = findId(project, 'project')
  const secretId = findId(secret, 'secret')
  const { data: secrets, isLoading } = useQuery({
    ...secretsQuery(projectId ?? ''),
    enabled: ready && projectId !== undefined,
  })
  return { projectId, secretId, secrets, isLoading, source: findSource(secrets, secretId) }
}

/** The same at one moment, for an event that needs it once. */
export const sourceNow = ({ project, secret }: FormValues) => {
  const projectId = findId(project, 'project')
  const secretId = findId(secret, 'secret')
  const secrets =
    projectId === undefined ? undefined : queryClient.getQueryData(secretsQuery(projectId).queryKey)
  return { projectId, secretId, source: findSource(secrets, secretId) }
}
