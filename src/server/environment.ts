import { isIP } from 'node:net'
import * as z from 'zod/mini'
import { parseToken } from '../qovery/token'
import { isLoopback } from './loopback'

const wholeNumber = (most: number, problem: string) =>
  z.pipe(
    z.string().check(
      z.regex(/^\d{1,9}$/, { error: problem, abort: true }),
      z.refine((text) => Number(text) <= most, problem),
    ),
    z.transform(Number),
  )

const text = (holds: (value: string) => boolean, problem: string) =>
  z.string().check(z.refine(holds, problem))

// Read from the text, not from a parsed URL: parsing repairs what should be refused, and forgets an empty query.
const isBareAddress = (value: string) =>
  /^https?:\/\/[^\s\\@?#]+$/i.test(value) &&
  URL.canParse(value) &&
  (/^https:/i.test(value) || isLoopback(new URL(value).hostname))

const isOrigin = (value: string) => isBareAddress(value) && new URL(value).pathname === '/'

/** What the environment may say. Each message is one sentence and repeats no value: it could be a secret. */
export const environment = z.object({
  PORT: wholeNumber(65_535, 'PORT must be a whole number from 0 (any free port) to 65535.'),
  HOST: text(
    (value) => isIP(value) !== 0 || /^[a-z0-9.-]+$/i.test(value),
    'HOST must be an IP address or a host name, without a port.',
  ),
  DATA_DIR: text((value) => !value.includes('\0'), 'DATA_DIR must name a folder.'),
  QOVERY_API_URL: z.optional(
    text(
      isBareAddress,
      'QOVERY_API_URL must be an https address (http only for a loopback one) without user info, query or fragment.',
    ),
  ),
  QOVERY_API_TOKEN: z.optional(
    text(
      (value) => parseToken(value).ok,
      'QOVERY_API_TOKEN must be one whole token, alone or after the word Token or Bearer.',
    ),
  ),
  PUBLIC_ORIGIN: z.optional(
    text(
      isOrigin,
      'PUBLIC_ORIGIN must be an https origin (http only for a loopback one): scheme and host, and nothing after them.',
    ),
  ),
  CONSOLE_START_SECRET: z.optional(
    text(
      (value) => /^[\w-]{32,256}$/.test(value),
      'CONSOLE_START_SECRET must be 32 to 256 letters, digits, hyphens or underscores.',
    ),
  ),
  SANDBOX_SECRETS: wholeNumber(100_000, 'SANDBOX_SECRETS must be a whole number from 0 to 100000.'),
})
