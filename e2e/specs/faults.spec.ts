import { expect } from 'playwright/test'
import { faultRows, type FaultRow } from './fault-rows'
import { eachRow } from './rows'
import { forgetAll } from '../pages/forget-all'
import { openLiveForm } from '../pages/live-page'
import { test } from '../servers/live-console'

const operation = 'createProjectSecretAlias'

const guarantees: Record<FaultRow['ends'], string> = {
  created: 'what was made is shown, whatever came instead of its answer, after one POST',
  absent: 'what was lost before it was made can be tried again, after one POST',
  waits: 'who is asked to wait waits, and then makes it with a second POST',
  key: 'a refusal because of the key stands at the key',
  secret: 'a refusal because of the secret stands at the secret',
  notice: 'any other refusal says that nothing was created',
  token: 'a refused token is asked for again',
}

for (const [ends, guarantee] of Object.entries(guarantees)) {
  test(guarantee, async ({ page, pageGuard, testbeds }) => {
    const { upstream, server } = testbeds.live
    pageGuard.allowFailedLoads()
    await page.clock.install()
    const rows = faultRows.filter((row) => row.ends === ends)
    expect(rows).not.toHaveLength(0)
    await eachRow(
      rows,
      ({ name }) => name,
      async ({ fault, says, posts = 1 }) => {
        await forgetAll(page, server.url)
        upstream.reset()
        const form = await openLiveForm(page, server.url)
        upstream.fault({ operation, ...fault })
        await form.create.click()

        const seen = page.getByText(says).first()
        await expect(async () => {
          // Time runs fast, so that neither a countdown nor a time limit is waited for.
          if (!(await seen.isVisible())) await page.clock.fastForward(10_000)
          await expect(seen).toBeVisible({ timeout: 100 })
        }).toPass({ timeout: 25_000, intervals: [0] })

        switch (ends) {
          case 'created':
          case 'waits':
            await expect(form.result.getByRole('heading', { level: 2 }).first()).toBeFocused()
            break
          case 'absent':
            await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
            break
          case 'token':
            await expect(page.getByLabel('API token')).toBeFocused()
            break
          case 'notice':
            await expect(page.getByRole('heading', { name: /was not created$/ })).toBeFocused()
            break
          case 'key':
          case 'secret':
            await expect(form[ends]).toBeFocused()
            await expect(form[ends]).toHaveAccessibleDescription(says)
            break
        }
        const isCreated = ends === 'created' || ends === 'waits'
        if (!isCreated) {
          await expect(form.key).toHaveValue('FAULT_KEY')
          await expect(form.description).toHaveValue('kept')
          expect(await page.getByRole('main').innerText()).not.toMatch(/undefined|\[object|NaN/)
        }
        expect(upstream.requests.filter((request) => request.operation === operation)).toHaveLength(
          posts,
        )
        expect(upstream.aliases().map(({ key }) => key)).toEqual(isCreated ? ['FAULT_KEY'] : [])
      },
    )
  })
}
