/**
 * Why a browser did not take or give the journal. refused: it keeps nothing for this site · full: there is no space left ·
 * failed: for another reason, which `message` names as the browser does.
 */
export class JournalError extends Error {
  readonly why: 'refused' | 'full' | 'failed'

  constructor(why: JournalError['why'], message = '') {
    super(message)
    this.why = why
  }
}

// What browsers throw or answer where cookies and site data are blocked, or in some private windows.
const refusals = new Set(['SecurityError', 'NotAllowedError', 'InvalidStateError', 'TypeError'])

/** What a failure of IndexedDB means. @param opening whether it came of opening the database */
export const journalErrorOf = (cause: unknown, opening: boolean): JournalError => {
  if (cause instanceof JournalError) return cause
  const { name, message } = cause instanceof Error ? cause : new Error('no reason given')
  if (name === 'QuotaExceededError') return new JournalError('full')
  if (opening && refusals.has(name)) return new JournalError('refused')
  return new JournalError('failed', `${name}: ${message}`)
}
