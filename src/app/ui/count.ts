/** “12,345”. By hand: the first formatter of a page loads the browser's data of languages, which takes 20 to 30 ms. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** “3 empty lines”. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`
