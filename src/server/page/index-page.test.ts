import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Assets } from './assets'
import { drawnPages, fillMetas, hostMark, indexPages, styleSource } from './index-page'

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

const built = (name: string, html: string) =>
  [`/${name}`, { type: 'text/html', encodings: { identity: Buffer.from(html) } }] as const
const assets: Assets = new Map(
  ['index.html', ...Object.keys(drawnPages)].map((name) =>
    built(name, `${page}<p>${name} of ${hostMark}</p><style>a{}</style>`),
  ),
)
const pagesOf = (authorization: string | undefined) => {
  const { form, shell } = indexPages(assets, {
    upstream: { url: 'https://api.example.test', authorization },
  })
  return [form, shell].map(({ encodings }) =>
    /<p>(.*)<\/p>/.exec(Buffer.from(encodings.identity).toString())?.at(1),
  )
}

test('the form is drawn for the way its server is set up, with the API’s host in it', () => {
  expect(pagesOf(undefined)).toEqual([
    'form-typed.html of api.example.test',
    'index.html of api.example.test',
  ])
  expect(pagesOf('Token qov_secret')[0]).toBe('form-held.html of api.example.test')
})

test('a build without a page is an error', () => {
  expect(() => indexPages(new Map(), { upstream: undefined })).toThrow('form-sandbox.html')
})

test('the policy names the styles that stand in the page', () => {
  const hash = createHash('sha256').update('a{}').digest('base64')
  expect(styleSource(assets)).toBe(`'sha256-${hash}'`)
  expect(styleSource(new Map([built('index.html', page)]))).toBeUndefined()
})
