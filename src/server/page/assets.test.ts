import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAssets } from './assets'

const folder = mkdtempSync(join(tmpdir(), 'alias-console-assets-'))

beforeAll(() => {
  mkdirSync(join(folder, 'assets'))
  mkdirSync(join(folder, '.vite'))
  for (const [name, content] of [
    ['index.html', '<!doctype html>'],
    ['icon.svg', '<svg/>'],
    ['assets/main-abcdefgh.js', 'plain'],
    ['assets/main-abcdefgh.js.br', 'smallest'],
    ['assets/main-abcdefgh.js.gz', 'smaller'],
    ['.vite/manifest.json', '{}'],
    ['.env.js', 'hidden'],
    ['notes', 'no type'],
  ] as const) {
    writeFileSync(join(folder, name), content)
  }
  symlinkSync('/etc', join(folder, 'etc.js'))
})

afterAll(() => rmSync(folder, { recursive: true }))

test('what the build made for browsers is served, and nothing else in its folder', () => {
  expect([...readAssets(folder).keys()].toSorted()).toEqual([
    '/assets/main-abcdefgh.js',
    '/icon.svg',
    '/index.html',
  ])
})

test('a file comes with the encodings that the build made', () => {
  const assets = readAssets(folder)
  expect(assets.get('/assets/main-abcdefgh.js')).toEqual({
    type: 'text/javascript; charset=utf-8',
    encodings: {
      identity: Buffer.from('plain'),
      br: Buffer.from('smallest'),
      gzip: Buffer.from('smaller'),
    },
  })
  expect(Object.keys(assets.get('/icon.svg')?.encodings ?? {})).toEqual(['identity'])
})

test('a page that is not built is an error', () => {
  expect(() => readAssets(join(folder, 'missing'))).toThrow('ENOENT')
})
