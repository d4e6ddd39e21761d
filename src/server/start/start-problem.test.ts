import { expect, test } from 'vitest'
import { readSettings } from '../settings/config'
import { StoreError } from '../sandbox/store-error'
import { explainStart } from './start-problem'

const read = readSettings({ PORT: '80' })
if ('problems' in read) throw new Error('The settings of this test are wrong.')
const { settings } = read
const system = (code: string, syscall: string) =>
  Object.assign(new Error('at /somewhere'), { code, syscall })

test.each([
  [system('EADDRINUSE', 'listen'), 'Port 80 on 127.0.0.1 is taken'],
  [system('EACCES', 'listen'), 'Port 80 on 127.0.0.1 needs rights'],
  [system('EADDRNOTAVAIL', 'listen'), 'HOST is 127.0.0.1, which is no address of this machine.'],
  [system('ENOTFOUND', 'getaddrinfo'), 'HOST is 127.0.0.1, which is no address of this machine.'],
  [system('EAI_AGAIN', 'getaddrinfo'), 'HOST is 127.0.0.1, and no name server answers'],
  [system('EAFNOSUPPORT', 'listen'), 'cannot listen on port 80 of 127.0.0.1 (EAFNOSUPPORT).'],
  [system('ENOENT', 'scandir'), 'The page is not built: run npm run build first.'],
  [system('EACCES', 'open'), 'The built page cannot be read (EACCES).'],
  [system('ENOENT', 'uv_cwd'), 'The folder that the server was started in is gone'],
  [Object.assign(new Error(), { code: 'MODULE_NOT_FOUND' }), 'run npm ci first.'],
  [system('EMFILE', 'uv_spawn'), 'The server could not start (EMFILE).'],
  [new StoreError('The folder is in use.'), 'The folder is in use.'],
  [new Error('The page has no place.'), 'The server could not start. The page has no place.'],
])('%s is told in a sentence', (error, sentence) => {
  const told = explainStart(error, settings)
  expect(told).toContain(sentence)
  expect(told).toMatch(/^[A-Z][^\n]*\.$/)
})
