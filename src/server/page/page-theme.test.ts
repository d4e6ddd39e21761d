import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encoded } from './encoded'
import { inTheme } from './page-theme'

const page = encoded('text/html', '<!doctype html><html lang="en"><body></body></html>')
const textOf = (cookies: string | undefined) => {
  const { br } = inTheme(page, cookies).encodings
  return String(brotliDecompressSync(br ?? Buffer.alloc(0)))
}

test('a page is painted in the theme that was chosen in it', () => {
  expect(textOf('alias-console-theme=dark')).toContain('<html data-theme="dark" lang="en">')
  expect(textOf('other=1; alias-console-theme=light')).toContain('data-theme="light"')
})

test.each([
  undefined,
  '',
  'alias-console-theme=',
  'alias-console-theme=dark"><script>',
  'x-alias-console-theme=dark',
])('cookies that name no theme change nothing: %s', (cookies) => {
  expect(inTheme(page, cookies)).toBe(page)
})

test('a themed page is made once', () => {
  const cookies = 'alias-console-theme=dark'
  expect(inTheme(page, cookies)).toBe(inTheme(page, cookies))
})
