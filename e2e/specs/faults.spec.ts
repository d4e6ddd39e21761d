import { expect } from 'playwright/test'
import { faultRows } from './fault-rows'
import { test } from '../servers/live-console'
import { openLiveForm } from '../pages/live-page'

const operation = 'createProjectSecretAlias'

for (const { name, fault, ends, says, posts = 1 } of faultRows) {
  test(`${name}: ends as ${ends}, after ${posts} POST`, async ({ page, pageGuard, stands }) => {
    const { upstream, server } = stands.live
    pageGuard.allowFailedLoads()
    await page.clock.install()
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
  })
}
