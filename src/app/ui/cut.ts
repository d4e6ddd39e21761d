/** As much of a name as tells it from others where it is only mentioned; whole ones stand in cards, which scroll. */
export const cut = (text: string, most = 200): string =>
  text.length > most ? `${text.slice(0, most)}…` : text
