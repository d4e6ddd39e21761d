import type { Readable } from 'node:stream'
import type { RefusalStatus } from './refusal'
import { utf8 } from './utf8'

/** Longest body in bytes, and milliseconds within which it must be whole. An alias takes a few hundred bytes. */
export const bodyLimits = { bytes: 64 * 1024, milliseconds: 10_000 }

export type Body = { text: string } | { refused: RefusalStatus }

/** Reads a request's JSON body. Refused: 415 another type · 413 too long · 408 too slow · 400 cut off or not JSON. */
export const readJsonBody = async (
  request: Readable,
  headers: ReadonlyMap<string, string>,
  limits = bodyLimits,
): Promise<Body> => {
  if (!isJson(headers)) return { refused: 415 }
  // What is announced too long is refused before it is sent.
  if (Number(headers.get('content-length') ?? 0) > limits.bytes) return { refused: 413 }
  const bytes = await collect(request, limits)
  if (typeof bytes === 'number') return { refused: bytes }
  try {
    const text = utf8.decode(bytes)
    JSON.parse(text)
    return { text }
  } catch {
    return { refused: 400 }
  }
}

const isJson = (headers: ReadonlyMap<string, string>) =>
  /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i.test(headers.get('content-type') ?? '') &&
  !headers.has('content-encoding')

const collect = (request: Readable, limits: typeof bodyLimits) =>
  new Promise<Buffer | RefusalStatus>((resolve) => {
    const chunks: Buffer[] = []
    let length = 0
    const settle = (result: Buffer | RefusalStatus) => {
      clearTimeout(timer)
      resolve(result)
    }
    const timer = setTimeout(settle, limits.milliseconds, 408)
    // What comes after a refusal is still read: a connection that nobody reads is reset under it.
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > limits.bytes) settle(413)
      else chunks.push(chunk)
    })
    request.on('end', () => settle(Buffer.concat(chunks)))
    request.on('error', () => settle(400))
    request.on('close', () => settle(400))
  })
