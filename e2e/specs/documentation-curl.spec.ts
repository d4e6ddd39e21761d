import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from 'playwright/test'
import { exampleId } from '../pages/alias-form'
import { callApi } from '../http/call-api'
import { test } from '../servers/console'
import { expectDescribedSecret } from '../http/described'

const documented = {
  key: '<string>',
  description: '<string>',
  enable_interpolation_in_file: true,
}
const path = `/project/${exampleId}/secret/${exampleId}/alias`

test('the documentation’s example answers 201 with a body that Qovery’s description accepts', async ({
  consoleServer,
}) => {
  const port = Number(new URL(consoleServer.url).port)
  const { status, body } = await callApi(port, { method: 'POST', path, body: documented })
  expect(status).toBe(201)
  expectDescribedSecret(body)
  expect(body).toMatchObject({ ...documented, scope: 'PROJECT', variable_type: 'ALIAS' })
})

test('the documentation’s curl works with only its host and token replaced', async ({
  consoleServer,
}) => {
  const { stdout } = await promisify(execFile)('curl', [
    '--silent',
    '--request',
    'POST',
    '--url',
    `${consoleServer.url}/api${path}`,
    '--header',
    'Authorization: Token qov_sandbox',
    '--header',
    'Content-Type: application/json',
    '--data',
    JSON.stringify(documented, undefined, 2),
  ])
  expectDescribedSecret(JSON.parse(stdout))
})

test('every secret of the sandbox is one that Qovery’s description accepts', async ({
  consoleServer,
}) => {
  const port = Number(new URL(consoleServer.url).port)
  const list = await callApi(port, { path: `/project/${exampleId}/secret` })
  const results = Object(list.body).results
  expect(results.length).toBeGreaterThanOrEqual(12)
  for (const secret of results) expectDescribedSecret(secret)
})
