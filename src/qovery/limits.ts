/** Longest description in code points. Source: `maxLength: 255` in Qovery's API description. */
export const descriptionMaxLength = 255

/** Counts what a person would call characters: code points, as JSON Schema's maxLength does. */
export const codePoints = (text: string) => Array.from(text).length
