import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isPlainTarget,
  knownHost,
  knownOrigins,
  protocolFault,
  provenance,
  sameSecret,
} from './guards'

const local = { host: '127.0.0.1', publicOrigin: undefined }
const behindProxy = { host: '0.0.0.0', publicOrigin: 'https://console.example' }

test('a console on loopback is known by the three names of loopback and its port', () => {
  expect([...knownOrigins(local, 4180)]).toEqual([
    ['127.0.0.1:4180', 'http://127.0.0.1:4180'],
    ['localhost:4180', 'http://localhost:4180'],
    ['[::1]:4180', 'http://[::1]:4180'],
  ])
})

test.each([
  [80, undefined, ['127.0.0.1', 'localhost:80', '[::1]'], 'localhost:443'],
  [
    4180,
    'https://console.example',
    ['console.example', 'console.example:443'],
    'console.example:80',
  ],
  [4180, 'http://localhost', ['localhost', 'localhost:80'], 'localhost:443'],
  [4180, 'https://console.example:8443', ['console.example:8443'], 'console.example'],
])('the port that a scheme has anyway may be named: %i, %s', (port, publicOrigin, known, not) => {
  const origins = knownOrigins({ host: '127.0.0.1', publicOrigin }, port)
  for (const host of known) expect(origins.has(host)).toBe(true)
  expect(origins.has(not)).toBe(false)
  // As browsers write it.
  expect([...origins.values()].filter((origin) => /:(?:80|443)$/.test(origin))).toEqual([])
})

test('a console behind a proxy is known by its public name too, not by its address', () => {
  const origins = knownOrigins(behindProxy, 4180)
  expect(origins.get('console.example')).toBe('https://console.example')
  expect(origins.has('0.0.0.0:4180')).toBe(false)
})

test.each([
  ['127.0.0.2', '127.0.0.2:4180'],
  ['LOCALHOST', 'localhost:4180'],
  ['::1', '[::1]:4180'],
  ['::1%lo', '[::1]:4180'],
])('a console bound to %s answers to it', (host, name) => {
  expect(knownOrigins({ host, publicOrigin: undefined }, 4180).has(name)).toBe(true)
})

const origins = knownOrigins(local, 4180)

test.each([
  ['in capitals', ['HOST', 'LocalHost:4180'], 'localhost:4180'],
  ['among others', ['accept', '*/*', 'host', '127.0.0.1:4180'], '127.0.0.1:4180'],
])('a known host %s is known', (_, rawHeaders, host) => {
  expect(knownHost(rawHeaders, origins)).toBe(host)
})

test.each([
  ['missing', []],
  ['empty', ['host', '']],
  ['foreign', ['host', 'evil.example']],
  ['of another port', ['host', '127.0.0.1:4181']],
  ['without a port', ['host', '127.0.0.1']],
  ['twice the same', ['host', '127.0.0.1:4180', 'Host', '127.0.0.1:4180']],
  ['ours and a foreign one', ['host', '127.0.0.1:4180', 'host', 'evil.example']],
  ['ours in the value of another header', ['x-forwarded-host', '127.0.0.1:4180']],
  ['the name of the header as a value', ['x', 'host', '127.0.0.1:4180', 'y']],
])('a host that is %s is not known', (_, rawHeaders) => {
  expect(knownHost(rawHeaders, origins)).toBeUndefined()
})

test.each([
  ['HTTP/1.1', '1.1', [], undefined],
  ['HTTP/1.0', '1.0', [], undefined],
  ['HTTP/0.9', '0.9', [], 400],
  ['HTTP/2.0', '2.0', [], 400],
  ['chunks', '1.1', ['Transfer-Encoding', 'Chunked'], undefined],
  ['chunks in 1.0', '1.0', ['transfer-encoding', 'chunked'], 400],
  ['an encoding before the chunks', '1.1', ['transfer-encoding', 'gzip, chunked'], 501],
  [
    'an encoding of its own line',
    '1.1',
    ['transfer-encoding', 'gzip', 'TE', 'a', 'transfer-encoding', 'chunked'],
    501,
  ],
  [
    'chunks of chunks',
    '1.1',
    ['transfer-encoding', 'chunked', 'transfer-encoding', 'chunked'],
    400,
  ],
  ['an encoding behind the chunks', '1.1', ['transfer-encoding', 'chunked, gzip'], 400],
  ['an encoding without chunks', '1.1', ['transfer-encoding', 'gzip'], 400],
  ['no encoding', '1.1', ['transfer-encoding', ''], 400],
  [
    'an encoding behind many headers',
    '1.1',
    [...Array(5000).fill('a'), 'transfer-encoding', 'br, chunked'],
    501,
  ],
])('%s: what is wrong with the protocol', (_, version, rawHeaders, status) => {
  expect(protocolFault(version, rawHeaders)).toBe(status)
})

test.each([
  '/',
  '/project/1/secret/2',
  '/?project=a%2Fb&key=%00..%5C',
  '/caf%C3%A9',
  '/a.b/..c/...',
  '/api@evil/',
  '/a//b',
])('%s is a plain target', (target) => {
  expect(isPlainTarget(target)).toBe(true)
})

test.each([
  '',
  '*',
  '?',
  'api',
  'http://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '/a\\b',
  '/a/../b',
  '/..',
  '/a/.',
  '/./a',
  '/%2e%2e/a',
  '/a%2Fb',
  '/a%5cb',
  '/a%00',
  '/a%',
  '/a%zz',
  '/a#b',
  '/a?b#c',
  '/a b',
  '/a\tb',
  '/caf\u00e9',
  '/a?b\u0000',
])('%j is not a plain target', (target) => {
  expect(isPlainTarget(target)).toBe(false)
})

test('a plain target is the same path of the same host to whoever parses it', () => {
  const piece = fc.constantFrom('/', '.', '..', '\\', '%2f', '%2e', 'a', '@', ':', '?', '#', ' ')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const target = `/${pieces.join('')}`
      fc.pre(isPlainTarget(target))
      const url = new URL(target, 'http://console.example')
      expect(url.host).toBe('console.example')
      expect(url.pathname + target.slice(url.pathname.length)).toBe(target)
    }),
  )
})

const own = 'http://127.0.0.1:4180'
const nothing = { own, origin: undefined, fetchSite: undefined, authorization: undefined }

test.each([
  ['our page', { fetchSite: 'same-origin', origin: own }, 'page'],
  ['our page, reading', { fetchSite: 'same-origin' }, 'page'],
  ['our page with a token', { fetchSite: 'same-origin', authorization: 'Token a' }, 'page'],
  ['a program with credentials', { authorization: 'Token a' }, 'client'],
  ['a program without', {}, 'anonymous'],
  ['another site', { fetchSite: 'cross-site', authorization: 'Token a' }, 'foreign'],
  ['another port', { fetchSite: 'same-site', origin: own }, 'foreign'],
  ['the address bar', { fetchSite: 'none' }, 'foreign'],
  ['a foreign origin', { fetchSite: 'same-origin', origin: 'http://evil.example' }, 'foreign'],
  ['no more than our origin', { origin: own, authorization: 'Token a' }, 'foreign'],
  ['an opaque origin', { fetchSite: 'same-origin', origin: 'null' }, 'foreign'],
  ['an empty origin', { fetchSite: 'same-origin', origin: '' }, 'foreign'],
])('%s is told apart', (_, request, who) => {
  expect(provenance({ ...nothing, ...request })).toBe(who)
})

test('secrets are the same only where every character is', () => {
  expect(sameSecret('s3cret', 's3cret')).toBe(true)
  expect(sameSecret('s3cret', 's3cre')).toBe(false)
  expect(sameSecret('', 's3cret')).toBe(false)
})
