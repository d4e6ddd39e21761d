import type { RefusalStatus } from './refusal'

/** Longest body in bytes, and milliseconds within which it must be whole. An alias takes a few hundred bytes. */
export const bodyLimits = { bytes: 64 * 1024, milliseconds: 10_000 }

export type Body = { text: string } | { refused: RefusalStatus }

/** Reads a request's JSON body. Refused: 415 another type · 413 too long · 408 too slow · 400 cut off or not JSON. */
export const readJsonBody = async (request: Request, limits = bodyLimits): Promise<Body> => {
  if (!isJson(request.headers)) return { refused: 415 }
  // What is announced too long is refused before it is sent.
  if (Number(request.headers.get('content-length') ?? 0) > limits.bytes) return { refused: 413 }
  try {
    const bytes = await collect(request, limits)
    if (typeof bytes === 'number') return { refused: bytes }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    JSON.parse(text)
    return { text }
  } catch {
    return { refused: 400 }
  }
}

const isJson = (headers: Headers) =>
  /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i.test(headers.get('content-type') ?? '') &&
  !headers.has('content-encoding')

const collect = async ({ body }: Request, limits: typeof bodyLimits) => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, limits.milliseconds, 'late')
  })
  const chunks: Uint8Array[] = []
  let length = 0
  // The reader is never cancelled: that would close the connection before the refusal is on it.
  const reader = body?.getReader()
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- a stream is read one piece after the other
      const next = await Promise.race([reader?.read(), late])
      if (next === 'late') return 408
      if (next === undefined || next.done) return Buffer.concat(chunks)
      length += next.value.length
      if (length > limits.bytes) return 413
      chunks.push(next.value)
    }
  } finally {
    clearTimeout(timer)
  }
}
