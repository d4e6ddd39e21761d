// What is drawn as nothing, or as a blank that is none. A blank itself is seen between letters, but not at the ends.
const drawnAsNothing =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu
const lostBlanks = /^ +| +$| {2,}/g

/**
 * A name as it can be told from every other one of the same script: what is drawn as nothing as the escape that JSON has
 * for it, blanks that nobody would see as ␣, and a word for no name at all.
 */
export const distinctName = (name: string): string =>
  name === ''
    ? '(empty)'
    : name
        .replaceAll(drawnAsNothing, escaped)
        .replaceAll(lostBlanks, (blanks) => '␣'.repeat(blanks.length))

const escaped = (character: string) =>
  character
    .split('')
    .map((unit) => String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, '0'))
    .join('')

/** What letters a name has that may look like Latin ones, in words; undefined where it has none. */
export const foreignLetters = (name: string): string | undefined => {
  if (/\p{Script=Cyrillic}/u.test(name)) return 'Cyrillic letters'
  if (/\p{Script=Greek}/u.test(name)) return 'Greek letters'
  // Other scripts, and letters of mathematics, of full width and the like.
  const isUnusual =
    /[^\p{Script=Latin}\P{L}]/u.test(name) || name.normalize('NFKC') !== name.normalize('NFC')
  return isUnusual ? 'unusual letters' : undefined
}
