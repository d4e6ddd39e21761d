import { queryClient, secretsQuery } from './queries'
import { openChannel } from './site-data'

let tellOthers: ((projectId: string) => void) | undefined

const forget = (projectId: string) =>
  queryClient.invalidateQueries({ queryKey: secretsQuery(projectId).queryKey })

/** Listens to other tabs. They are told which project changed and nothing else: each reads the list for itself. */
export const followChanges = (): void => {
  tellOthers = openChannel('alias-console:changed', (data) => {
    if (typeof data === 'string') void forget(data)
  })
}

/** To be called after anything may have changed in a project: its list is read again, here and in other tabs. */
export const projectChanged = (projectId: string) => {
  tellOthers?.(projectId)
  return forget(projectId)
}
