import { expect, test } from 'vitest'
import { fillMetas } from './index-page'

const page = ['mode', 'upstream', 'token']
  .map((name) => `<meta name="console-${name}" content="?" />`)
  .join('\n')
const filled = (upstream: { url: string; authorization: string | undefined } | undefined) =>
  [...fillMetas(page, { upstream }).matchAll(/content="(.*)" \/>/g)].map(([, content]) => content)

test('the sandbox’s page says so', () => {
  expect(filled(undefined)).toEqual(['sandbox', '', 'page'])
})

test('a live page names the API’s host and who holds the token', () => {
  const url = 'https://api.qovery.com/v1'
  expect(filled({ url, authorization: undefined })).toEqual(['live', 'api.qovery.com', 'page'])
  expect(filled({ url, authorization: 'Token qov_secret' })).toEqual([
    'live',
    'api.qovery.com',
    'server',
  ])
})

test('a host cannot leave its attribute', () => {
  // No URL parses to such a host; the page must not depend on that.
  const url = `https://a&b'c.example`
  expect(filled({ url, authorization: undefined })[1]).toBe('a&#38;b&#39;c.example')
})

test('a page without a place for a fact is an error, not the sandbox’s page', () => {
  expect(() =>
    fillMetas('<meta name="console-mode" content="" />', { upstream: undefined }),
  ).toThrow('console-upstream')
})
