import { expect } from 'playwright/test'
import { test } from '../servers/live-console'
import { enterToken } from '../pages/live-page'
import { giant } from '../servers/upstream/hostile-answers'
import { projectId } from '../servers/upstream/model'

const mebibyte = 1024 ** 2
const list = 'listProjectSecrets'

test('a list of 40 MiB is shown', async ({ page, testbeds }) => {
  test.setTimeout(120_000)
  const { server, upstream } = testbeds.live
  upstream.fault({ operation: list, times: 9, answer: giant(40 * mebibyte) })
  await page.goto(`${server.url}/project/${projectId}`)
  await enterToken(page)
  await expect(page.getByRole('treegrid', { name: 'Secrets' })).toContainText('DB_MASTER_PASSWORD')
})

test('a list that is longer than the console reads is told as such', async ({
  page,
  pageGuard,
  testbeds,
}) => {
  test.setTimeout(120_000)
  const { server, upstream } = testbeds.live
  pageGuard.allowFailedLoads()
  upstream.fault({ operation: list, times: 9, answer: giant(65 * mebibyte) })
  await page.goto(`${server.url}/project/${projectId}`)
  await enterToken(page)
  await expect(page.getByText(/longer than the 64 MiB that the console reads/)).toBeVisible()
})
