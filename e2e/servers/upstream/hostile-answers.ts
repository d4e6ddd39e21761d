import { gzipSync } from 'node:zlib'
import type { Answer } from './fault'
import { altered, head, json, raw, sendRaw } from './raw'

/** Sends the caller, with its body and its token, to another place. */
export const redirect = (status: 301 | 302 | 303 | 307 | 308, location: string): Answer =>
  raw({ status, headers: [['location', location]] })

/** A valid answer but for its size. @param bytes how many more than the default body has */
export const giant = (bytes: number): Answer =>
  altered((body) => ({ ...body, padding: ' '.repeat(bytes) }))

/** Never ends, never pauses: stops only when the other side hangs up. */
export const endless: Answer = ({ socket, defaultReply }) => {
  socket.write(head(defaultReply.status, [json, ['transfer-encoding', 'chunked']]))
  const chunk = Buffer.from(`10000\r\n${' '.repeat(0x10000)}\r\n`)
  const pour = () => {
    while (!socket.destroyed && socket.write(chunk));
  }
  socket.on('drain', pour)
  pour()
}

/** A small compressed body that unpacks to a large one. @param bytes its size when unpacked */
export const gzipBomb = (bytes: number): Answer => {
  const body = gzipSync(JSON.stringify({ padding: ' '.repeat(bytes) }))
  return ({ socket, defaultReply }) =>
    sendRaw(socket, {
      status: defaultReply.status,
      headers: [json, ['content-encoding', 'gzip']],
      body,
    })
}

/** The default answer under headers that must never reach a browser, or twice. */
export const withHeaders =
  (headers: readonly (readonly [name: string, value: string])[]): Answer =>
  ({ socket, defaultReply }) =>
    sendRaw(socket, {
      status: defaultReply.status,
      headers: [json, ...headers],
      body: JSON.stringify(defaultReply.body),
    })

/** Text that breaks what trusts it: markup, direction, control characters, prototypes, length. */
export const hostileStrings = {
  markup: `"><img src=x onerror=alert(1)><script>alert(1)</script>`,
  bidi: '\u202Eevil\u2066\u2069\u200B',
  control: '\u0000\u001B[2J\r\nset-cookie: a=b',
  prototype: '__proto__',
  long: 'W'.repeat(100_000),
  template: '${7*7}{{7*7}}',
  surrogate: '\uD800',
} as const

/** The default answer with one hostile string in each of its texts. */
export const hostile = (name: keyof typeof hostileStrings): Answer => {
  const text = hostileStrings[name]
  const other = {
    id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
    key: text,
    scope: text,
    variable_type: text,
    mount_path: text,
    description: text,
  }
  return altered((body) => ({
    ...body,
    key: text,
    scope: text,
    variable_type: text,
    description: text,
    service_name: text,
    service_type: text,
    owned_by: text,
    aliased_secret: other,
    overridden_secret: other,
    [text.slice(0, 1000)]: text,
  }))
}

/** A refusal in which each text is hostile. */
export const hostileRefusal = (status: number, name: keyof typeof hostileStrings): Answer => {
  const text = hostileStrings[name]
  return raw({
    status,
    headers: [json],
    body: JSON.stringify({
      status: text,
      error: text,
      detail: text,
      message: text,
      existing_variable: { id: text, key: text, scope: text },
    }),
  })
}
