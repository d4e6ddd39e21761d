const needs = new Set<() => boolean>()

/** Whether anything that somebody started in this tab needs the token now, with nobody at the page. */
export const isTokenNeeded = (): boolean => [...needs].some((isNeeded) => isNeeded())

/** Does something that lasts, and keeps the token from being forgotten for idleness as long as `isNeeded` says so. */
export const keepingToken = async (isNeeded: () => boolean, act: () => Promise<void>) => {
  needs.add(isNeeded)
  try {
    await act()
  } finally {
    needs.delete(isNeeded)
  }
}
