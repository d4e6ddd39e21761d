import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import { TooLongError } from './gather'

type Unpack = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>

/** Most encodings on top of each other. */
const mostLayers = 3

const inflateZlib = promisify(zlib.inflate)
const inflateRaw = promisify(zlib.inflateRaw)

const unpackers = new Map<string, Unpack>([
  ['gzip', promisify(zlib.gunzip)],
  ['x-gzip', promisify(zlib.gunzip)],
  ['br', promisify(zlib.brotliDecompress)],
  // By its name zlib's format, yet some servers send bare deflate: zlib's first byte always ends in 8.
  [
    'deflate',
    (bytes, options) => ((bytes[0] ?? 0) % 16 === 8 ? inflateZlib : inflateRaw)(bytes, options),
  ],
])
// Node has it from 22.15 on.
const zstd: unknown = Reflect.get(zlib, 'zstdDecompress')
if (isDecompress(zstd)) unpackers.set('zstd', promisify(zstd))

function isDecompress(value: unknown): value is typeof zlib.gunzip {
  return typeof value === 'function'
}

/**
 * Unpacks a body that nobody asked to be packed: what stands between the console and the API may do so all the same.
 * @param encodings the `Content-Encoding` header.
 * @param most bytes that any step may come to.
 * @returns undefined where this node cannot read it, or it is broken.
 * @throws TooLongError
 */
export const unpack = async (
  content: Buffer,
  encodings: string,
  most: number,
): Promise<Buffer | undefined> => {
  const layers = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .toReversed()
  if (layers.length > mostLayers) return undefined
  let bytes = content
  for (const layer of bytes.length === 0 ? [] : layers) {
    const step = unpackers.get(layer)
    if (step === undefined) return undefined
    try {
      bytes = await step(bytes, { maxOutputLength: most })
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
        throw new TooLongError()
      return undefined
    }
  }
  return bytes
}
