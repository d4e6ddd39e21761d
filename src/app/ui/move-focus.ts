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

/** Whether what loses focus right now loses it to {@link moveFocus}. */
export const isFocusMoved = (): boolean => isMoving
