import { expect, test } from 'vitest'
import { ConnectError } from './connect'
import { createReachability, explain } from './unreachable'

test.each([
  [
    'SELF_SIGNED_CERT_IN_CHAIN',
    'api',
    'not trusted here (SELF_SIGNED_CERT_IN_CHAIN)',
    'NODE_EXTRA_CA_CERTS',
  ],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'api', 'not trusted here', 'NODE_EXTRA_CA_CERTS'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'api', 'not trusted here', 'NODE_EXTRA_CA_CERTS'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'api', 'not trusted here', 'NODE_EXTRA_CA_CERTS'],
  ['CERT_HAS_EXPIRED', 'api', 'has expired', 'clock'],
  ['CERT_NOT_YET_VALID', 'api', 'not valid yet', 'clock'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'api', 'another name', 'QOVERY_API_URL'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'api', 'TLS', 'QOVERY_API_URL'],
  ['ENOTFOUND', 'api', 'name', 'QOVERY_API_URL'],
  ['EAI_AGAIN', 'api', 'looked up', 'network'],
  ['ECONNREFUSED', 'api', 'Nothing takes connections', 'QOVERY_API_URL'],
  ['ENETUNREACH', 'api', 'No route', 'HTTPS_PROXY'],
  ['ECONNRESET', 'api', 'cut off', 'HTTPS_PROXY'],
  ['UND_ERR_CONNECT_TIMEOUT', 'api', 'in time', 'HTTPS_PROXY'],
  ['ESOMETHING_NEW', 'api', 'failed (ESOMETHING_NEW)', 'later'],
  ['PROXY_STATUS_407', 'proxy', 'asks for credentials', 'user:password@'],
  ['PROXY_STATUS_403', 'proxy', 'opened no tunnel', 'NO_PROXY'],
  ['ECONNREFUSED', 'proxy', 'proxy between', 'HTTPS_PROXY'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'proxy', 'of the proxy is not trusted', 'NODE_EXTRA_CA_CERTS'],
  ['CERT_HAS_EXPIRED', 'proxy', 'of the proxy has expired', 'clock'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'proxy', 'another name', 'HTTPS_PROXY'],
] as const)('%s of the %s has words, and says what to do', (reason, hop, what, next) => {
  const [first = '', ...rest] = explain(new ConnectError(reason, hop)).split(/(?<=\.) /)
  expect(first).toContain(what)
  expect(first).toContain(`(${reason}).`)
  expect(rest.join(' ')).toContain(next)
})

test.each(['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'ENETUNREACH'])(
  'who goes through a proxy is not told to, at %s',
  (reason) => {
    const words = explain(new ConnectError(reason, 'api'), true)
    expect(words).toContain('The proxy of HTTPS_PROXY stands between')
    expect(words).not.toContain('start the console with HTTPS_PROXY')
  },
)

test('the log has a line for each change, and none for each call', () => {
  const lines: string[] = []
  const note = createReachability((line) => lines.push(line))
  note(undefined)
  for (const reason of ['ENOTFOUND', 'ENOTFOUND', 'ECONNREFUSED'])
    note(new ConnectError(reason, 'api'))
  note(new ConnectError('ECONNREFUSED', 'proxy'))
  for (const error of [undefined, undefined]) note(error)
  note(new ConnectError('ENOTFOUND', 'api'))
  expect(lines).toEqual([
    'Qovery cannot be reached: ENOTFOUND',
    'Qovery cannot be reached: ECONNREFUSED',
    'Qovery cannot be reached: ECONNREFUSED (the proxy)',
    'Qovery can be reached again',
    'Qovery cannot be reached: ENOTFOUND',
  ])
})
