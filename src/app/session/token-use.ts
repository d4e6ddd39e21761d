const uses = new Set<() => boolean>()

/** Whether anything that somebody started in this tab uses the token at the moment, with nobody at the page. */
export const isTokenUsed = (): boolean => [...uses].some((isUsing) => isUsing())

/** Does something that lasts. As long as `isUsing` says so, the token is not forgotten for idleness. */
export const keepingToken = async (isUsing: () => boolean, act: () => Promise<void>) => {
  uses.add(isUsing)
  try {
    await act()
  } finally {
    uses.delete(isUsing)
  }
}
