import type { Log } from '../http/log'
import type { ConnectError } from './connect'

type Words = readonly [what: string, next: string]

const address = 'Check the address in QOVERY_API_URL.'
const clock = 'Check the clock of the machine that the console runs on.'
const wayOut =
  'Check its network. Where only a proxy leads out of it, start the console with HTTPS_PROXY.'

const untrusted: Words = [
  'The certificate of Qovery’s API is not trusted here',
  'Where a proxy or firewall reads TLS, start the console with NODE_EXTRA_CA_CERTS, the file of its certificate authority.',
]
const noTls: Words = ['Qovery’s API and the console agreed on no TLS', address]
const noRoute: Words = ['No route leads from the console to Qovery’s API', wayOut]
const cutOff: Words = ['The connection to Qovery’s API was cut off before it stood', wayOut]
const silent: Words = ['No connection to Qovery’s API came about in time', wayOut]

/** What a code means and what to do. Sources: Node's and undici's lists of errors, OpenSSL's X509_verify_cert_error_string. */
const wordsOfApi: Readonly<Record<string, Words>> = {
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  CERT_UNTRUSTED: untrusted,
  CERT_HAS_EXPIRED: ['The certificate of Qovery’s API has expired', clock],
  CERT_NOT_YET_VALID: ['The certificate of Qovery’s API is not valid yet', clock],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'What answers in the place of Qovery’s API has a certificate for another name',
    address,
  ],
  EPROTO: noTls,
  ENOTFOUND: ['The name of Qovery’s API is not known to the console', `${address} ${wayOut}`],
  EAI_AGAIN: ['The name of Qovery’s API could not be looked up', wayOut],
  ECONNREFUSED: ['Nothing takes connections at the address of Qovery’s API', address],
  EHOSTUNREACH: noRoute,
  ENETUNREACH: noRoute,
  ECONNRESET: cutOff,
  EPIPE: cutOff,
  UND_ERR_SOCKET: cutOff,
  ETIMEDOUT: silent,
  ERR_SOCKET_CONNECTION_TIMEOUT: silent,
  UND_ERR_CONNECT_TIMEOUT: silent,
  // The time for the whole call was over.
  UND_ERR_DESTROYED: silent,
}

const untrustedProxy: Words = [
  'The certificate of the proxy is not trusted here',
  'Start the console with NODE_EXTRA_CA_CERTS, the file of the proxy’s certificate authority.',
]
const proxyAddress = 'Check its address in HTTPS_PROXY.'

const wordsOfProxy: Readonly<Record<string, Words>> = {
  ...Object.fromEntries(
    Object.entries(wordsOfApi)
      .filter(([, words]) => words === untrusted)
      .map(([code]) => [code, untrustedProxy]),
  ),
  CERT_HAS_EXPIRED: ['The certificate of the proxy has expired', clock],
  CERT_NOT_YET_VALID: ['The certificate of the proxy is not valid yet', clock],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'What answers in the place of the proxy has a certificate for another name',
    proxyAddress,
  ],
  PROXY_STATUS_407: [
    'The proxy asks for credentials, or for others',
    'Start the console with them in HTTPS_PROXY, as in http://user:password@proxy.example:3128.',
  ],
}
const proxyRefused: Words = [
  'The proxy opened no tunnel to Qovery’s API',
  'Ask whoever runs it to allow that, or name the API’s host in NO_PROXY.',
]
const proxyUnusable: Words = [
  'The proxy between the console and Qovery’s API could not be used',
  proxyAddress,
]
/** For who has one already. */
const throughProxy =
  'The proxy of HTTPS_PROXY stands between: ask whoever runs it to let calls to Qovery through, or name the API’s host in NO_PROXY.'
const unknown: Words = ['The connection to Qovery’s API failed', 'Try again later.']

const wordsFor = ({ reason, hop }: ConnectError): Words => {
  if (hop === 'api') return wordsOfApi[reason] ?? (reason.startsWith('ERR_SSL_') ? noTls : unknown)
  return wordsOfProxy[reason] ?? (reason.startsWith('PROXY_STATUS_') ? proxyRefused : proxyUnusable)
}

/**
 * Why Qovery could not be reached, and what to do: sentences that name the code and nothing else of the error.
 * @param hasProxy whether calls go through a proxy.
 */
export const explain = (error: ConnectError, hasProxy = false): string => {
  const [what, next] = wordsFor(error)
  return `${what} (${error.reason}). ${hasProxy ? next.replace(wayOut, throughProxy) : next}`
}

const unreached = 'Qovery cannot be reached: '

const lineOf = (fault: ConnectError | string) => {
  if (typeof fault === 'string') return `Qovery gave no usable answer: ${fault}`
  return `${unreached}${fault.reason}${fault.hop === 'proxy' ? ' (the proxy)' : ''}`
}

/**
 * Notes in the log why Qovery cannot be reached or why nothing could be made of what it answered, once for each change and not
 * for each call, and that it can be reached or answers again.
 */
export const createReachability = (log: Log) => {
  let noted: string | undefined
  /** @param fault why no connection stood, or a code for what came on one; undefined where an answer came. */
  return (fault: ConnectError | string | undefined): void => {
    const now = fault && lineOf(fault)
    if (now === noted) return
    log(
      now ??
        (noted?.startsWith(unreached) ? 'Qovery can be reached again' : 'Qovery answers again'),
    )
    noted = now
  }
}
