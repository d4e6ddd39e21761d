import type { FocusEvent } from 'react'

let isMoving = false

/** Takes focus somewhere that nobody asked for: what loses it was not left by anybody, and is not judged for that. */
export const moveFocus = (to: HTMLElement | null | undefined, options?: FocusOptions): void => {
  isMoving = true
  try {
    to?.focus(options)
  } finally {
    isMoving = false
  }
}

/**
 * Whether a field that loses focus was left by somebody who is done with it. Not where the page itself took focus away, nor
 * for the button that is being pressed, which judges every field: a message now would move it from below the pointer. Nor
 * for what the field's own message offers, which a message about it would take away.
 */
export const isLeft = ({ currentTarget, relatedTarget }: FocusEvent): boolean =>
  !isMoving &&
  !currentTarget.closest('form')?.querySelector('[type=submit]:active') &&
  !(relatedTarget instanceof Element && relatedTarget.closest(`[id^=${currentTarget.id}-]`))
