/** Draws every field of a created alias; nested ones by their key. */
export const showResult = (place: HTMLElement, alias: Record<string, unknown>) => {
  const heading = document.createElement('h2')
  heading.textContent = `${String(alias['key'])} created`
  const fields = document.createElement('dl')
  for (const [name, value] of Object.entries(alias)) {
    const [term, text] = [document.createElement('dt'), document.createElement('dd')]
    term.textContent = name
    text.textContent = textOf(value)
    fields.append(term, text)
  }
  place.replaceChildren(heading, fields)
  place.hidden = false
}

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? String(Reflect.get(value, 'key')) : String(value)
