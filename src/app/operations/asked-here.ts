// Who asked for what on this page decides where its result is told, and whether focus goes there.

const here = new Set<string>()
let inForm: string | undefined
let toBeFocused: string | undefined

/** Ids of operations that were asked for on this page, and with which nobody has gone on by their notices since. */
export const askedHere: ReadonlySet<string> = here

/** To be called when what was asked for leads to another operation by itself: focus stays. */
export const followHere = (id: string): void => void here.add(id)

/** To be called when somebody starts an operation: focus goes to its result, wherever that is shown. */
export const askHere = (id: string): void => {
  here.add(id)
  toBeFocused = id
}

/** To be called when the form sends a creation: the panel beside it says what becomes of it, and is awaited. */
export const askInForm = (id: string): void => {
  inForm = id
  toBeFocused = id
}

/** The creation that the form asked for last; right after its page came, the code of the panel can still be coming. */
export const askedInForm = (): string | undefined => inForm

/** To be called when somebody goes on with an operation by its notice: what becomes of it is said there. */
export const attendByNotice = (id: string): void => void here.delete(id)

/** Whether somebody awaits the result that is shown, so that focus goes there; true once. */
export const takesFocus = (id: string): boolean => {
  if (toBeFocused !== id) return false
  toBeFocused = undefined
  return true
}
