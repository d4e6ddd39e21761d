import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPlainTarget, knownHost, knownOrigins, provenance, sameSecret } from './guards'

const local = { host: '127.0.0.1', publicOrigin: undefined }
const behindProxy = { host: '0.0.0.0', publicOrigin: 'https://console.example' }

test('a console on loopback is known by the three names of loopback and its port', () => {
  expect([...knownOrigins(local, 4180)]).toEqual([
    ['127.0.0.1:4180', 'http://127.0.0.1:4180'],
    ['localhost:4180', 'http://localhost:4180'],
    ['[::1]:4180', 'http://[::1]:4180'],
  ])
})

test('the default port is left out, as browsers do', () => {
  expect([...knownOrigins(local, 80).keys()]).toEqual(['127.0.0.1', 'localhost', '[::1]'])
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
