import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { matchRoutes } from '../../qovery/all-routes'
import { passGuards } from './api-guards'

const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const found = matchRoutes(`/project/${id}/secret/${id}/alias`, '')

/** Passes a POST with a start code, and tells how often that was used. */
const pass = async (headers: Record<string, string>, body = '{"key":"KEY"}') => {
  const request = new IncomingMessage(new Socket())
  request.method = 'POST'
  request.rawHeaders = Object.entries({
    host: 'a',
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
    'x-console-start': 'code',
    ...headers,
  }).flat()
  request.push(body)
  request.push(null)
  let used = 0
  const admit = (given: string) => {
    used += given === 'code' ? 1 : 0
    return {}
  }
  const origins = new Map([['a', 'http://a']])
  const passed = await passGuards(request, found, { origins, startGuard: { admit } })
  return [used, 'refused' in passed ? passed.refused.status : 'passed']
}

test.each([
  ['for its key', { 'idempotency-key': 'no-uuid' }, undefined, 400],
  ['for its body', {}, '{', 400],
  ['for its type', { 'content-type': 'text/plain' }, undefined, 415],
  ['for its page', { 'sec-fetch-site': 'same-site' }, undefined, 403],
])('a call that is refused %s leaves the start code unused', async (_, headers, body, status) => {
  expect(await pass(headers, body)).toEqual([0, status])
})

test('a call that passes has used it once', async () => {
  expect(await pass({ 'idempotency-key': id })).toEqual([1, 'passed'])
})
