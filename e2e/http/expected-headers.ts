import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The hash of the one style element of the built page: the policy names it, and so allows no other. */
const pageStyles = () => {
  const html = readFileSync(join(import.meta.dirname, '../../dist/client/index.html'), 'utf8')
  const [, styles = ''] = /<style>([^]*?)<\/style>/.exec(html) ?? []
  return `'sha256-${createHash('sha256').update(styles).digest('base64')}'`
}

/**
 * What stands on every response, exactly once, to the letter. Written out here a second time: a change of the server's
 * policy has to be made twice, and so on purpose.
 */
export const expectedHeaders: readonly (readonly [name: string, value: string])[] = [
  [
    'content-security-policy',
    `default-src 'none'; script-src 'self'; style-src 'self' ${pageStyles()}; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'none'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
  ],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-embedder-policy', 'require-corp'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['origin-agent-cluster', '?1'],
  [
    'permissions-policy',
    'accelerometer=(), autoplay=(), camera=(), clipboard-read=(), cross-origin-isolated=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), keyboard-map=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), storage-access=(), usb=(), window-management=(), xr-spatial-tracking=(), clipboard-write=(self)',
  ],
]

/** The other names that a response may carry. Whatever else there is came from somewhere it should not have. */
export const permittedHeaders: ReadonlySet<string> = new Set([
  ...expectedHeaders.map(([name]) => name),
  'cache-control',
  'x-console-mode',
  'x-console-start',
  'x-console-sent',
  'x-request-id',
  'idempotency-replayed',
  'retry-after',
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'vary',
  'allow',
  'date',
  'connection',
  'keep-alive',
])
