import { queryClient, secretsQuery } from './queries'

const name = 'alias-console:changed'
let channel: BroadcastChannel | undefined

const forget = (projectId: string) =>
  queryClient.invalidateQueries({ queryKey: secretsQuery(projectId).queryKey })

/** Listens to other tabs. They are told which project changed and nothing else: each reads the list for itself. */
export const followChanges = (): void => {
  channel = new BroadcastChannel(name)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') void forget(data)
  })
}

/** To be called after anything may have changed in a project: its list is read again, here and in other tabs. */
export const projectChanged = (projectId: string) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel takes no target: it reaches its own origin only
  channel?.postMessage(projectId)
  return forget(projectId)
}
