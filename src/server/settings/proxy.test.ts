import { describe, expect, test } from 'vitest'
import { proxyFor } from './proxy'

const api = new URL('https://api.qovery.com')
const by = (env: Record<string, string>, url = api) => {
  const route = proxyFor(url, env)
  return 'problem' in route ? route.problem : route.proxy?.href
}

describe('an address is reached', () => {
  test.each([
    [{}, undefined],
    [{ HTTPS_PROXY: '' }, undefined],
    [{ HTTPS_PROXY: 'http://proxy.example:3128' }, 'http://proxy.example:3128/'],
    [{ https_proxy: 'http://proxy.example:3128' }, 'http://proxy.example:3128/'],
    [
      { https_proxy: 'http://small.example', HTTPS_PROXY: 'http://large.example' },
      'http://small.example/',
    ],
    [{ https_proxy: '', HTTPS_PROXY: 'http://large.example' }, undefined],
    [{ HTTPS_PROXY: 'proxy.example:3128' }, 'http://proxy.example:3128/'],
    [{ HTTPS_PROXY: 'https://proxy.example' }, 'https://proxy.example/'],
    [
      { HTTPS_PROXY: ' http://me:p%40ss@proxy.example:3128 ' },
      'http://me:p%40ss@proxy.example:3128/',
    ],
    [{ HTTPS_PROXY: 'http://[::1]:3128' }, 'http://[::1]:3128/'],
    [{ HTTP_PROXY: 'http://proxy.example' }, undefined],
  ])('with %j by %s', (env, proxy) => {
    expect(by(env)).toBe(proxy)
  })

  test('in plain HTTP by the proxy for that', () => {
    const local = new URL('http://localhost:8080')
    expect(by({ HTTP_PROXY: 'http://a.example' }, local)).toBe('http://a.example/')
    expect(by({ http_proxy: 'http://a.example' }, local)).toBe('http://a.example/')
    expect(by({ HTTPS_PROXY: 'http://a.example' }, local)).toBeUndefined()
  })
})

describe('NO_PROXY', () => {
  const HTTPS_PROXY = 'http://proxy.example:3128'
  test.each([
    ['*', 'https://api.qovery.com'],
    ['api.qovery.com', 'https://api.qovery.com'],
    ['API.Qovery.com', 'https://api.qovery.com'],
    ['qovery.com', 'https://api.qovery.com'],
    ['.qovery.com', 'https://api.qovery.com'],
    ['*.qovery.com', 'https://api.qovery.com'],
    ['localhost, api.qovery.com', 'https://api.qovery.com'],
    ['localhost api.qovery.com', 'https://api.qovery.com'],
    ['api.qovery.com:443', 'https://api.qovery.com'],
    ['api.qovery.com:8443', 'https://api.qovery.com:8443'],
    ['127.0.0.1', 'https://127.0.0.1:8443'],
    ['127.0.0.0/8', 'https://127.0.0.1:8443'],
    ['::1', 'https://[::1]:8443'],
    ['[::1]', 'https://[::1]:8443'],
    ['[::1]:8443', 'https://[::1]:8443'],
    ['fd00::/8', 'https://[fd12::1]'],
  ])('%j exempts %s', (NO_PROXY, url) => {
    expect(by({ HTTPS_PROXY, NO_PROXY }, new URL(url))).toBeUndefined()
    expect(by({ HTTPS_PROXY, no_proxy: NO_PROXY }, new URL(url))).toBeUndefined()
  })

  test.each([
    ['', 'https://api.qovery.com'],
    [' , ', 'https://api.qovery.com'],
    ['.', 'https://api.qovery.com'],
    ['very.com', 'https://api.qovery.com'],
    ['x.api.qovery.com', 'https://api.qovery.com'],
    ['api.qovery.com:8443', 'https://api.qovery.com'],
    ['10.0.0.0/8', 'https://127.0.0.1:8443'],
    ['10.0.0.0/99', 'https://10.0.0.1'],
    ['api.qovery.com/8', 'https://api.qovery.com'],
    ['[::1]:443', 'https://[::1]:8443'],
  ])('%j does not exempt %s', (NO_PROXY, url) => {
    expect(by({ HTTPS_PROXY, NO_PROXY }, new URL(url))).toBe('http://proxy.example:3128/')
  })
})

test.each([
  'ftp://secret@proxy.example',
  'socks5://secret@proxy.example',
  'http://',
  'http://a b/secret',
  'http://secret%@proxy.example',
  'http://secret@proxy.example:0',
])('a proxy at %j is a problem, told without its address', (HTTPS_PROXY) => {
  expect(by({ HTTPS_PROXY })).toMatch(/^HTTPS_PROXY must be [^\n]*\.$/)
  expect(by({ HTTPS_PROXY })).not.toContain('secret')
  expect(by({ HTTPS_PROXY, NO_PROXY: '*' })).toBeUndefined()
})
