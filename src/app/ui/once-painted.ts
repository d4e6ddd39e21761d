/**
 * Does something once the next frame was painted; at once where a page in the background paints none. What is drawn for a
 * press comes first, and what merely follows from it does not delay it.
 */
export const oncePainted = (act: () => void): void => {
  if (document.hidden) act()
  // A timer runs after the frame that the callback before it belongs to.
  else requestAnimationFrame(() => setTimeout(act))
}
