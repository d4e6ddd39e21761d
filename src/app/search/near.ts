/** Letters that a word needs before a mistake in it is forgiven: in a shorter one anything would be near anything. */
const shortest = 4

/**
 * Whether some part of a name begins with a word, or would with one letter added, lost or changed, or two swapped. Parts are
 * what stands between underscores, blanks and the like.
 * @param word folded
 * @param name folded
 */
export const isNear = (word: string, name: string): boolean =>
  word.length < shortest
    ? name.includes(word)
    : name.split(/[^\p{L}\p{N}]+/u).some((part) => beginsNearly(part, word))

const beginsNearly = (part: string, word: string) =>
  [-1, 0, 1].some((more) => isOneEdit(part.slice(0, word.length + more), word))

/** Whether one text becomes the other by one edit at most. */
const isOneEdit = (one: string, other: string): boolean => {
  if (Math.abs(one.length - other.length) > 1) return false
  let same = 0
  while (same < one.length && one[same] === other[same]) same += 1
  const [left, right] = [one.slice(same), other.slice(same)]
  const isSwapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2)
  return (
    isSwapped ||
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1)
  )
}
