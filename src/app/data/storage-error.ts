/**
 * Why a browser did not take or give what is stored. refused: it keeps nothing for this site · full: there is no space left ·
 * failed: for another reason, which `message` names as the browser does.
 */
export class StorageError extends Error {
  readonly why: 'refused' | 'full' | 'failed'

  constructor(why: StorageError['why'], message = '') {
    super(message)
    this.why = why
  }
}

// What browsers throw or answer where cookies and site data are blocked, or in some private windows.
const refusals = new Set(['SecurityError', 'NotAllowedError', 'InvalidStateError', 'TypeError'])

/** What a failure of IndexedDB means. @param opening whether it came of opening the database */
export const storageErrorOf = (cause: unknown, opening: boolean): StorageError => {
  if (cause instanceof StorageError) return cause
  const { name, message } = cause instanceof Error ? cause : new Error('no reason given')
  if (name === 'QuotaExceededError') return new StorageError('full')
  if (opening && refusals.has(name)) return new StorageError('refused')
  return new StorageError('failed', `${name}: ${message}`)
}
