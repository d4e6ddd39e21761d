import { parseJson } from '../../qovery/json'
import type { Owner } from '../../qovery/owner'
import { queryClient } from './queries'
import { openChannel } from '../data/site-data'

let tellOthers: ((owner: string) => void) | undefined

const forget = (owner: unknown) =>
  queryClient.invalidateQueries({ queryKey: ['listSecrets', owner] })

/** Listens to other tabs. They are told whose secrets changed and nothing else: each reads the list for itself. */
export const followChanges = (): void => {
  tellOthers = openChannel('alias-console:changed', (data) => {
    if (typeof data === 'string') void forget(parseJson(data))
  })
}

/** To be called after anything may have changed among secrets: their list is read again, here and in other tabs. */
export const secretsChanged = (owner: Owner) => {
  tellOthers?.(JSON.stringify(owner))
  return forget(owner)
}
