import type { Readable } from 'node:stream'

/** Bytes as they come, taken piece by piece. Each call rejects where they end or break before it has what it wants. */
export interface Bytes {
  /** Whether nothing has come, neither bytes nor an end. */
  isUntouched: () => boolean
  /** Whether bytes have come that nobody took. */
  hasMore: () => boolean
  /** Up to and without a mark. @throws RangeError where it does not stand within so many bytes. */
  until: (mark: string, most: number) => Promise<string>
  exactly: (count: number) => Promise<Buffer>
  /** All that comes until the other side ends. @throws RangeError where that is more. */
  rest: (most: number) => Promise<Buffer>
}

export const bytesOf = (stream: Readable): Bytes => {
  let held: Buffer = Buffer.alloc(0)
  let end: 'whole' | 'broken' | undefined
  let wake: (() => void) | undefined
  stream.on('data', (chunk: Buffer) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    wake?.()
  })
  const stop = (how: 'whole' | 'broken') => {
    end ??= how
    wake?.()
  }
  stream.on('end', () => stop('whole'))
  stream.on('error', () => stop('broken'))
  stream.on('close', () => stop('broken'))

  /** Waits for more than so many bytes; false where the other side has ended. */
  const more = async (than: number): Promise<boolean> => {
    while (held.length <= than) {
      if (end === 'whole') return false
      if (end === 'broken') throw new Error('The connection broke.')
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    return true
  }
  const take = (count: number) => {
    const taken = held.subarray(0, count)
    held = held.subarray(taken.length)
    return taken
  }

  return {
    isUntouched: () => held.length === 0 && end === undefined,
    hasMore: () => held.length > 0,
    until: async (mark, most) => {
      for (;;) {
        const at = held.indexOf(mark, 0, 'latin1')
        if (at > most || (at === -1 && held.length > most)) throw new RangeError('Too long.')
        if (at !== -1) {
          const text = take(at).toString('latin1')
          take(mark.length)
          return text
        }
        if (!(await more(held.length))) throw new Error('The answer broke off.')
      }
    },
    exactly: async (count) => {
      const pieces: Buffer[] = []
      for (let missing = count; missing > 0; missing -= pieces.at(-1)?.length ?? 0) {
        if (!(await more(0))) throw new Error('The answer broke off.')
        pieces.push(take(missing))
      }
      return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
    },
    rest: async (most) => {
      const pieces: Buffer[] = []
      let length = 0
      while (await more(0)) {
        const piece = take(held.length)
        length += piece.length
        if (length > most) throw new RangeError('Too long.')
        pieces.push(piece)
      }
      return Buffer.concat(pieces)
    },
  }
}
