/** An answer, or what it unpacks to, is longer than it may be. */
export class TooLongError extends Error {
  override name = 'TooLongError'
}

/**
 * Gathers the pieces of a body as one copy. A piece as undici gives it would keep the whole read of 64 KiB that it came in:
 * a gigabyte for a body that comes in pieces of one byte.
 * @param most bytes; add throws a {@link TooLongError} beyond.
 */
export const createGatherer = (most: number) => {
  let held = Buffer.alloc(0)
  let length = 0
  return {
    get length() {
      return length
    },
    add: (piece: Buffer) => {
      const needed = length + piece.length
      if (needed > most) throw new TooLongError()
      if (needed > held.length) {
        const wider = Buffer.allocUnsafeSlow(Math.min(most, Math.max(needed, 2 * held.length)))
        held.copy(wider, 0, 0, length)
        held = wider
      }
      piece.copy(held, length)
      length = needed
    },
    whole: () => held.subarray(0, length),
  }
}
