/**
 * For every box whose text counts letter by letter: a name, key, ID, token or rule. No keyboard mends it, no browser
 * fills it in or underlines it, and no translator takes it for words.
 */
export const exactText = {
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'none',
  spellCheck: false,
  translate: 'no',
} as const
