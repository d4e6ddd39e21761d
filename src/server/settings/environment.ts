import { isIP, isIPv4 } from 'node:net'
import * as z from 'zod/mini'
import { parseToken } from '../../qovery/token'
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
const isBareAddress = (value: string) => {
  const looksBare = /^https?:\/\/[^\s\\@?#/%]+(?:\/[^\s\p{Cc}\p{Cf}\\@?#]*)?$/iu.test(value)
  if (!looksBare || !URL.canParse(value)) return false
  const { protocol, hostname, port } = new URL(value)
  return (
    isHostName(hostname) &&
    isMeant(hostname, value) &&
    port !== '0' &&
    (protocol === 'https:' || isLoopback(hostname))
  )
}

/** Whether an address of numbers was written as such: `1` is parsed as 0.0.0.1, which is nobody's. */
const isMeant = (hostname: string, value: string) =>
  !isIPv4(hostname) || (value.includes(`//${hostname}`) && !hostname.startsWith('0.'))

/** Whether the `hostname` of a URL can be one: as such `*` passes, too. */
const isHostName = (hostname: string) =>
  /^(?:\[[\da-f:.]+\]|[a-z\d_-]+(?:\.[a-z\d_-]+)*\.?)$/.test(hostname)

const isOrigin = (value: string) => isBareAddress(value) && new URL(value).pathname === '/'

/** What the environment may say. Each message goes on after a setting's name and repeats no value: it could be a secret. */
export const environment = z.object({
  PORT: wholeNumber(65_535, 'must be a whole number from 0 (any free port) to 65535.'),
  HOST: text(
    (value) => isIP(value) !== 0 || /^[a-z0-9.-]+$/i.test(value),
    'must be an IP address or a host name, without brackets or a port.',
  ),
  DATA_DIR: text(
    // Blanks around it would make another folder, and what is in the one that was meant would seem lost.
    (value) => !value.includes('\0') && wrapping(value) === undefined,
    'must name a folder.',
  ),
  QOVERY_API_URL: z.optional(
    text(
      isBareAddress,
      'must be an https address (http only for a loopback one) without user info, query or fragment.',
    ),
  ),
  QOVERY_API_TOKEN: z.optional(
    text(
      (value) => parseToken(value).ok,
      'must be one whole token, alone or after the word Token or Bearer.',
    ),
  ),
  PUBLIC_ORIGIN: z.optional(
    text(
      isOrigin,
      'must be an https origin (http only for a loopback one): scheme and host, and nothing after them.',
    ),
  ),
  CONSOLE_START_SECRET: z.optional(
    text(
      (value) => /^[\w-]{32,256}$/.test(value),
      'must be 32 to 256 letters, digits, hyphens or underscores.',
    ),
  ),
  SANDBOX_SECRETS: wholeNumber(100_000, 'must be a whole number from 0 to 100000.'),
  SANDBOX_ENVIRONMENTS: wholeNumber(1000, 'must be a whole number from 0 to 1000.'),
  SANDBOX_SERVICES: wholeNumber(10_000, 'must be a whole number from 0 to 10000.'),
})

export type Environment = z.infer<typeof environment>

/**
 * What a file of variables, as Docker reads it, or a copied text has left around a value that is of no use.
 * @returns undefined where that is nothing.
 */
export const wrapping = (value: string): string | undefined => {
  if (/^\s|\s$/.test(value)) {
    return 'has a blank or a line end around it, as a file from Windows leaves there: take it away.'
  }
  if (/^[\p{Cc}\p{Cf}]|[\p{Cc}\p{Cf}]$/u.test(value)) {
    return 'has something invisible around it, as text copied from a page can have: take it away.'
  }
  return /^(["']).*\1$/s.test(value)
    ? 'is in quotes that have become a part of its value: write it without them.'
    : undefined
}
