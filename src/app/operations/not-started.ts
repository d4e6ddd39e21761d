import type { NotStarted } from './operations'
import type { Words } from './words'

/** Why nothing was sent, as it is said. */
export const notStartedWords: Record<NotStarted, Words> = {
  busy: {
    tone: 'warning',
    title: 'Nothing was sent',
    text: 'Nothing was sent: another change of this secret is under way, here or in another tab. Try again when it has ended.',
  },
  'not loaded': {
    tone: 'danger',
    title: 'Nothing was sent',
    text: 'Nothing was sent: a part of this page could not be loaded, so nothing was changed. Check the connection, then try again.',
  },
}

/** Why an operation that was cut off is still remembered. */
export const notForgottenText =
  'Nothing was forgotten: it may be under way in another tab. Try again when it has ended.'
