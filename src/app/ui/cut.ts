/** As much of a name as tells it from others where it is only mentioned; whole ones stand in cards, which scroll. */
export const cut = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text)
