import { expect, test } from 'vitest'
import { readSettings } from './config'
import { StoreError } from './sandbox/store-error'
import { explainStart } from './start-problem'

const read = readSettings({ PORT: '80' })
if ('problems' in read) throw new Error('The settings of this test are wrong.')
const { settings } = read
const system = (code: string) => Object.assign(new Error('at /somewhere'), { code })

test.each([
  [system('EADDRINUSE'), 'Port 80 on 127.0.0.1 is taken'],
  [system('EACCES'), 'Port 80 on 127.0.0.1 needs rights'],
  [system('EADDRNOTAVAIL'), 'HOST is 127.0.0.1, which is no address of this machine.'],
  [system('ENOENT'), 'The page is not built: run npm run build first.'],
  [system('EMFILE'), 'The server could not start (EMFILE).'],
  [new StoreError('The folder is in use.'), 'The folder is in use.'],
  [new Error('The page has no place.'), 'The server could not start. The page has no place.'],
])('%s is told in a sentence', (error, sentence) => {
  const told = explainStart(error, settings)
  expect(told).toContain(sentence)
  expect(told).toMatch(/^[A-Z][^\n]*\.$/)
})
