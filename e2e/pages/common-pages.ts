import { expect, type Page } from 'playwright/test'
import { aliasForm, exampleId } from './alias-form'
import { planBulk } from './bulk-page'

const project = `/project/${exampleId}`

/** What opens the pages that people work on most, by what it is; each may need the one before it. */
export const commonPages: Record<string, (page: Page) => Promise<void>> = {
  'the form': async (page) => {
    await page.goto(`/?project=${exampleId}&secret=${exampleId}`)
    await expect(aliasForm(page).key).toBeVisible()
    await expect(page.getByText('Such as')).toBeVisible()
  },
  'a list': async (page) => {
    await page.goto(project)
    await expect(page.getByRole('treegrid')).toBeVisible()
  },
  'a secret': async (page) => {
    await page.goto(`${project}/secret/${exampleId}`)
    await expect(page.getByRole('article', { name: 'Fields' })).toBeVisible()
  },
  'a dialog': async (page) => {
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  'a plan': async (page) => {
    await planBulk(page, `${project}/bulk`, 'A_1=DB_MASTER_PASSWORD\nb-2=SENTRY_DSN')
  },
  'the choice of a project': async (page) => {
    await page.goto('/project')
    await expect(page.getByRole('link', { name: 'payments' })).toBeVisible()
  },
}
