import { ApiError } from '../../qovery/errors'
import type { SecretList } from '../../qovery/schema'
import { browserClock } from '../data/clock'
import { setting, upstream } from '../data/setting'
import { isLocked, storage, withLock } from '../data/site-data'
import { createPath } from '../../rules/page-paths'
import { secretsChanged } from '../queries/changed'
import { oncePainted } from '../ui/once-painted'
import { lazyApi, queryClient, secretLists } from '../queries/queries'
import { isSameUndo, toFollow } from './alias-of-old-name'
import { followHere } from './asked-here'
import { openHistory } from './history'
import { openLedger } from './ledger'
import { moveEarlier } from './migrate'
import { needNotices } from './use-needed'
import { createOperations } from './operations'
import { attempt } from './poll'
import { subjectOf, type Operation } from './operation'
import { isAsWanted, type Result } from './result'

const tabRecord = storage('sessionStorage', 'alias-console:tab')
// A tab that another one is made from begins as its copy: then both tell of what was done before.
const tab = tabRecord.read() ?? crypto.randomUUID()
tabRecord.write(tab)

const lockOf = (subject: string) => `alias-console:operation:${upstream}:${subject}`

export const ledger = openLedger(upstream)

export const history = openHistory(upstream, browserClock.now)

const asItWillBeRead = (
  secrets: SecretList['results'],
  operation: Operation,
  result: Result,
): SecretList['results'] => {
  if (operation.kind === 'delete') return secrets.filter(({ id }) => id !== operation.seen.id)
  if (operation.kind !== 'edit' || result.kind !== 'done' || result.secret === null) return secrets
  const { id, key, description, updated_at } = result.secret
  return secrets.map((each) => (each.id === id ? { ...each, key, description, updated_at } : each))
}

/**
 * Until they are read again: a deleted key would be called taken, and an edit begin with what was there before it. What is
 * around an owner shows in the lists of all that lies within it, too.
 */
const changeLists = (operation: Operation, result: Result) => {
  const subject = subjectOf(operation)
  for (const { queryKey, state } of queryClient.getQueryCache().findAll({ queryKey: secretLists }))
    queryClient.setQueryData<SecretList>(
      queryKey,
      (list) =>
        list?.results.some(({ id }) => id === subject)
          ? { ...list, results: asItWillBeRead(list.results, operation, result) }
          : undefined,
      // It is no younger for that.
      { updatedAt: state.dataUpdatedAt },
    )
}

const isFormReloaded = () =>
  location.pathname === createPath &&
  performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === 'reload')

/** The operations of this tab. */
export const operations = createOperations({
  ledger,
  loadClient: async () => {
    try {
      return (await lazyApi.soon()).secretCalls
    } catch {
      throw new ApiError({ kind: 'network', sent: false })
    }
  },
  alone: async (subject, act) => {
    const end = await withLock(lockOf(subject), act)
    // Where this browser gives out no locks, no other tab can go on with what this one remembers.
    if (end === 'refused') await act()
    return end !== 'busy'
  },
  isHeld: (subject) => isLocked(lockOf(subject)),
  clock: browserClock,
  newId: () => crypto.randomUUID(),
  // Without a network a browser says that it is offline, and reaches the server of its own machine all the same.
  isReached: async (client, owner) => {
    if (navigator.onLine) return true
    const answer = await attempt(() => client.listSecrets(owner))
    return !(answer instanceof ApiError) || answer.status !== undefined
  },
  tab,
  isFormReloaded: !import.meta.env.SSR && isFormReloaded(),
  keepHistory: history.add,
  onEnd: (operation, result) => {
    const { owner } = operation
    // What was created is in no list yet.
    if (operation.kind !== 'create' && isAsWanted(result, operation)) changeLists(operation, result)
    // What came of it is painted before its list is read again.
    oncePainted(() => void secretsChanged(owner))
    const next = toFollow(operation, result)
    if (next === undefined || operations.read().some((each) => isSameUndo(each.operation, next)))
      return undefined
    followHere(next.id)
    const started = operations.start(next)
    // Judged by a list before anything of it is remembered: until then it must not be forgotten that it is to follow.
    return next.kind === 'edit' ? started : undefined
  },
})

const restore = async () => {
  const moved = await moveEarlier(ledger, { upstream: setting.upstream, tab })
  await operations.restore(moved)
}
if (!import.meta.env.SSR) {
  void restore()
  needNotices()
}
