import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Asset } from './assets'

// Made while the server starts or answers, so not at the highest level, which takes thirty times as long for a tenth less.
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }

/** A text that is served, in each encoding. */
export const encoded = (type: string, text: string): Asset => {
  const identity = Buffer.from(text)
  return {
    type,
    encodings: { identity, br: brotliCompressSync(identity, quality), gzip: gzipSync(identity) },
  }
}
