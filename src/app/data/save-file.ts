/** Gives the browser a text to save as a file. */
export const saveFile = (name: string, text: string, type: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  // Not at once: the browser reads it after this task.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
