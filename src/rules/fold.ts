/** A text in which a search does not tell upper from lower case, nor one way to write an accent from another. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
