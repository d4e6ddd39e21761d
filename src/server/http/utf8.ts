/** Reads bytes as UTF-8. Its `decode` throws a TypeError where they are something else. */
export const utf8 = new TextDecoder('utf-8', { fatal: true })
