import type { NotStarted } from './repoint-run'

/** Why a re-pointing was not started, as it is said. */
export const notStartedText: Record<NotStarted, string> = {
  busy: 'Nothing was sent: another re-pointing is under way, here or in another tab. Try again when it has ended.',
  'not-loaded':
    'Nothing was sent: a part of this page could not be loaded. Check the connection, then try again.',
}

/** Why a re-pointing that was cut off is still remembered. */
export const notForgottenText =
  'Nothing was forgotten: a re-pointing is under way, here or in another tab, and it may be this one. Try again when it has ended.'
