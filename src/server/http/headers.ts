import type { Settings } from '../settings/config'
import { isLoopback } from '../settings/loopback.ts'
import { wireHeaders } from '../../wire.ts'

const contentSecurityPolicy = (styles: string | undefined) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", styles].filter(Boolean).join(' '),
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

// Only features that browsers know on every system: they report each unknown name in the console.
const featuresOff = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'cross-origin-isolated',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]

type Mode = 'sandbox' | 'live'

/** Who answers for the API: the sandbox, or the live one behind the forwarder. */
export const modeOf = ({ upstream }: Pick<Settings, 'upstream'>): Mode =>
  upstream === undefined ? 'sandbox' : 'live'

/**
 * The headers of every response, whatever it is. `styles`: the hash of the styles that stand in the page itself.
 * HSTS goes out only for a public https origin: on loopback it would bind other programs of the same machine.
 */
export const securityHeaders = (
  { upstream, publicOrigin }: Pick<Settings, 'upstream' | 'publicOrigin'>,
  styles?: string,
): Record<string, string> => ({
  'content-security-policy': contentSecurityPolicy(styles),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': [...featuresOff.map((name) => `${name}=()`), 'clipboard-write=(self)'].join(
    ', ',
  ),
  [wireHeaders.mode]: modeOf({ upstream }),
  ...(needsTransportSecurity(publicOrigin)
    ? { 'strict-transport-security': 'max-age=31536000' }
    : {}),
})

/** Nothing is kept by any cache, but for files whose name changes with their content. */
export const notStored = 'no-store'
export const storedForGood = 'public, max-age=31536000, immutable'

const needsTransportSecurity = (publicOrigin: string | undefined) => {
  if (publicOrigin === undefined) return false
  const { protocol, hostname } = new URL(publicOrigin)
  return protocol === 'https:' && !isLoopback(hostname)
}
