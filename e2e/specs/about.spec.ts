import { expect } from 'playwright/test'
import { aliasForm } from '../pages/alias-form'
import { expectNoAxeViolations } from '../pages/axe'
import { test } from '../servers/console'

test('whoever is new is told what an alias is and what the sandbox is, and is led back to the form', async ({
  page,
}) => {
  await page.goto('/')
  await aliasForm(page).key.fill('STILL_HERE')
  await page.getByRole('link', { name: 'What is an alias?' }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('What an alias is')
  await expect(heading).toBeFocused()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'When you need one',
    'What happens when you create one',
    'Who sees it',
    'Sandbox',
  ])
  await expect(page.getByRole('link', { name: /^Qovery’s documentation/ })).toHaveAttribute(
    'href',
    /^https:\/\/www\.qovery\.com\/docs\//,
  )
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectNoAxeViolations(page)
  }
  await page.getByRole('link', { name: 'Create an alias' }).click()
  await expect(aliasForm(page).key).toHaveValue('STILL_HERE')
  await page.getByRole('link', { name: 'Sandbox' }).click()
  await expect(heading).toHaveText('What an alias is')
})
