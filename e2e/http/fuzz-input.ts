import { METHODS } from 'node:http'

/** How a client goes on after what it has sent: each of these has ended some server before. */
const endings = ['reset', 'reset on answer', 'half-close', 'close', 'stay'] as const

/** What one client does on its connection. */
export interface FuzzInput {
  /** Written one after the other, each once the one before is on its way. */
  pieces: Buffer[]
  ending: (typeof endings)[number]
  /** Whether it reads anything that comes back. */
  reads: boolean
}

/**
 * Makes what a client could send: requests of every method, whole, cut, changed or in a row, and noise.
 * @param random numbers in [0, 1): the same ones make the same inputs
 * @param hosts values of `Host`, the server's own first
 */
export const createFuzzInputs = (random: () => number, hosts: readonly string[]) => {
  const below = (count: number) => Math.floor(random() * count)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const often = (share: number) => random() < share
  const times = <Item>(count: number, make: () => Item) => Array.from({ length: count }, make)
  const noise = (length: number) => Buffer.from(times(length, () => below(256)))
  const noiseText = (length: number) => noise(length).toString('latin1')

  const method = () =>
    pick([
      () => pick(['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'CONNECT']),
      () => pick(METHODS),
      () => pick(['BREW', 'get', '', 'PRI', 'GET GET', noiseText(3), 'A'.repeat(200)]),
    ])()

  const target = () => {
    const alias = `/api/project/${exampleId}/secret/${exampleId}/alias`
    return pick([
      () => pick([alias, '/api/organization', `/api/project/${exampleId}/secret`, '/', '/readyz']),
      () => pick(['a:1', '*', '//', '/..', `http://${hosts[0]}/`, '/%00', '', '/a b', '/\u00ff']),
      () => `/${'a'.repeat(below(300))}?${noiseText(below(20))}`,
    ])()
  }

  const line = () => {
    const name = pick([...sensitive, 'x', 'X-A', noiseText(4), 'a'.repeat(below(2000))])
    const value = pick([...values, '', 'gzip, chunked', noiseText(below(30))])
    return `${name}${pick([': ', ':', ' : ', ''])}${value}`
  }

  const body = () => {
    const json = JSON.stringify({ key: `FUZZ_${below(1e9)}`, description: null })
    const text = pick([json, json.slice(0, below(json.length)), noiseText(below(200)), ''])
    const length = often(0.8) ? text.length : below(70_000)
    const size = (often(0.8) ? text.length : below(5000)).toString(16)
    return pick([
      { lines: [], bytes: '' },
      { lines: [`content-length: ${length}`], bytes: text },
      { lines: ['transfer-encoding: chunked'], bytes: `${size}\r\n${text}\r\n0\r\n\r\n` },
      { lines: ['transfer-encoding: chunked'], bytes: `${size};${noiseText(5)}\r\n${text}` },
      { lines: ['expect: 100-continue', `content-length: ${length}`], bytes: text },
    ])
  }

  const request = () => {
    const { lines, bytes } = body()
    const sound = [
      `host: ${often(0.8) ? hosts[0] : pick(hosts)}`,
      ...(often(0.7) ? ['authorization: Token qov_sandbox'] : []),
      ...(often(0.7) ? ['content-type: application/json'] : []),
      ...(often(0.1) ? ['connection: upgrade', `upgrade: ${pick(['websocket', 'h2c'])}`] : []),
    ]
    const version = often(0.9) ? 'HTTP/1.1' : pick(['HTTP/1.0', 'HTTP/2.0', 'HTTP/0.9', '', 'X/1'])
    const more = often(0.5) ? [] : times(below(4), line)
    const end = often(0.95) ? '\r\n' : pick(['\n', '\r', ''])
    const top = `${method()} ${target()} ${version}`
    return [top, ...sound, ...lines, ...more, '', bytes].join(end)
  }

  /** Bytes taken out, put in, or made others. */
  const changed = (bytes: Buffer) =>
    times(1 + below(4), () => below(bytes.length + 1)).reduce(
      (before, at) =>
        Buffer.concat([before.subarray(0, at), noise(below(3)), before.subarray(at + below(3))]),
      bytes,
    )

  const bytes = (): Buffer => {
    const requests = times(often(0.7) ? 1 : 1 + below(20), request).join('')
    const whole = Buffer.from(requests, 'latin1')
    return pick([
      () => whole,
      () => whole,
      () => whole.subarray(0, below(whole.length)),
      () => changed(whole),
      () => noise(below(2000)),
      () => Buffer.from(pick(otherProtocols), 'latin1'),
      () => Buffer.concat([whole, Buffer.alloc(below(200_000), noise(1 + below(100)))]),
    ])()
  }

  const cut = (whole: Buffer) => {
    const places = times(below(4), () => below(whole.length)).toSorted((a, b) => a - b)
    return [...places, whole.length].map((end, index) =>
      whole.subarray(places[index - 1] ?? 0, end),
    )
  }

  return (): FuzzInput => ({
    pieces: cut(bytes()),
    ending: pick(endings),
    reads: often(0.8),
  })
}

const exampleId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

const sensitive =
  'host content-length transfer-encoding connection upgrade expect te trailer origin sec-fetch-site content-type content-encoding cookie idempotency-key x-console-start accept-encoding range http2-settings'.split(
    ' ',
  )

const values =
  '0 5 -1 1e3 99999999999999999999 chunked close keep-alive upgrade websocket h2c 100-continue more same-origin'.split(
    ' ',
  )

const otherProtocols = [
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  '\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03'.padEnd(170, '\x07'),
  'SSH-2.0-OpenSSH_9.2\r\n',
  'EHLO a\r\nQUIT\r\n',
  '\x05\x01\x00',
  '\r\n\r\n\r\n',
  'GET /\r\n\r\n',
  'CONNECT a:1 HTTP/1.1\r\n\r\n',
  'CONNECT a:1 HTTP/1.0\r\n\r\nGET / HTTP/1.1\r\n\r\n',
]
