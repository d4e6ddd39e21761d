import { expect, test } from 'vitest'
import { ApiError, type ApiErrorFields } from '../../qovery/errors'
import { listProblem } from './list-problem'

const http = (status: number): ApiErrorFields => ({ kind: 'http', sent: true, status })

test.each<[ApiErrorFields, string, string]>([
  [http(401), 'Qovery did not accept the token for this list.', 'another token'],
  [
    { kind: 'http', sent: false, status: 401 },
    'The console’s server does not know this page.',
    'start code',
  ],
  [
    http(403),
    'Qovery refused: this token may not see the project, or no project has this ID.',
    'token',
  ],
  [http(404), 'Qovery knows no project of this ID.', 'copied whole'],
  [http(429), 'Qovery asks to wait: too many requests.', 'later'],
  [http(400), 'Qovery refused with status 400.', 'ID'],
  [http(500), 'Qovery failed with status 500.', 'later'],
  [http(502), 'No answer came from Qovery.', 'connection'],
  [http(504), 'Qovery did not answer in time.', 'again'],
  [{ kind: 'network', sent: false }, 'No answer came from Qovery.', 'connection'],
  [
    { kind: 'http', sent: false, status: 502, detail: 'Nothing was sent: no name (ENOTFOUND).' },
    'Nothing was sent: no name (ENOTFOUND).',
    'again',
  ],
  [
    { ...http(502), failure: 'too-long', detail: 'x' },
    'Qovery’s answer is longer than the 64 MiB that the console reads.',
    'Delete',
  ],
  [
    { ...http(502), failure: 'packed', detail: 'x' },
    'Qovery’s answer is compressed in a way that the console cannot read.',
    'leave answers as they are',
  ],
  [{ kind: 'timeout', sent: true }, 'Qovery did not answer in time.', 'again'],
  [{ kind: 'decode', sent: true, status: 200 }, 'Qovery’s answer was no list.', 'again'],
])('%o is told in a sentence of its own, and what to do next', (fields, what, next) => {
  const problem = listProblem(new ApiError(fields), 'Qovery', 'project')
  expect(problem.what).toBe(what)
  expect(problem.next).toContain(next)
})

test('only where asking again cannot help it is not offered', () => {
  const again = (status: number) =>
    listProblem(new ApiError(http(status)), 'Qovery', 'project').again
  expect([404, 403, 500].map(again)).toEqual([false, true, true])
})

test('a fault of the page is told as one', () => {
  expect(listProblem(new TypeError('x'), 'Qovery', 'project').what).toBe(
    'The list could not be read.',
  )
})
