import { findId } from '../../qovery/console-link'
import { projectOwner } from '../../qovery/owner'
import { queryClient, secretsQuery } from '../queries/queries'
import { useSession } from '../session/session'
import { useRead } from '../queries/use-read'
import { useFormValue } from './alias-form-context'
import { findSource, type FormValues } from './form-values'

/** What the form's two ids lead to, asked for as soon as the project's is known. */
export const useSource = () => {
  const { ready } = useSession()
  const projectId = findId(useFormValue('project'), 'project')
  const secretId = findId(useFormValue('secret'), 'secret')
  const { data: list, isLoading } = useRead(
    secretsQuery(projectOwner(projectId ?? '')),
    ready && projectId !== undefined,
  )
  return { projectId, secretId, list, isLoading, source: findSource(list, secretId) }
}

/** The same at one moment, for an event that needs it once. */
export const sourceNow = ({ project, secret }: FormValues) => {
  const projectId = findId(project, 'project')
  const secretId = findId(secret, 'secret')
  const list =
    projectId === undefined
      ? undefined
      : queryClient.getQueryData(secretsQuery(projectOwner(projectId)).queryKey)
  return { projectId, secretId, source: findSource(list, secretId) }
}
