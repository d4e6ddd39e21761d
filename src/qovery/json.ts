/** JSON or undefined: what is not JSON is an answer that says nothing, never an exception. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
