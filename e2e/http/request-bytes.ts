interface RequestBytes {
  method?: string
  target?: string
  /** Whole lines, `name: value`; sent as they are, in this order. */
  headers?: readonly string[]
  body?: string
  /** Ends the connection after this request; true where absent. */
  last?: boolean
}

/** The bytes of a request, unchecked. */
export const requestBytes = ({
  method = 'GET',
  target = '/',
  headers = [],
  body = '',
  last = true,
}: RequestBytes = {}) =>
  [
    `${method} ${target} HTTP/1.1`,
    ...headers,
    ...(last ? ['connection: close'] : []),
    '',
    body,
  ].join('\r\n')

/** The headers by which a browser says that the console's own page calls. */
export const fromPage = (host: string) => [
  `host: ${host}`,
  `origin: http://${host}`,
  'sec-fetch-site: same-origin',
]

/** A POST of JSON with all that belongs to it. */
export const jsonPost = (target: string, headers: readonly string[], body: string) =>
  requestBytes({
    method: 'POST',
    target,
    headers: [
      ...headers,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
    ],
    body,
  })
