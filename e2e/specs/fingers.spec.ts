import { expect, type Page } from 'playwright/test'
import { aliasForm, createAlias, exampleId } from '../pages/alias-form'
import { planBulk } from '../pages/bulk-page'
import { sideways } from '../pages/sideways'
import { test } from '../servers/console'
import { eachRow } from './rows'

const project = `/project/${exampleId}`
const production = `${project}/environment/6513270e-269e-4d37-b2a7-4de452e6b438`
test.use({ viewport: { width: 375, height: 812 }, hasTouch: true })

/** What can be pressed and is lower than 40 px, as it would be called; a tick counts with its label. */
const tooSmall = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
      .filter(
        (each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest('.sr-only'),
      )
      .map((each) => {
        const label = each instanceof HTMLInputElement && each.labels?.[0]
        const pressed = (each.matches('[type=checkbox], [type=radio]') && label) || each
        const { width, height, bottom } = pressed.getBoundingClientRect()
        const name = each.getAttribute('aria-label') ?? each.textContent.trim().slice(0, 30)
        return {
          width,
          height,
          bottom,
          name: `${each.localName}.${each.className.slice(0, 60)} “${name}”`,
        }
      })
      // The link that only keyboards see is above the page.
      .filter(({ width, height, bottom }) => bottom > 0 && width > 1 && height < 39.5)
      .map(({ name, height }) => `${name} ${Math.round(height)}`),
  )

const pages: Record<string, (page: Page) => Promise<void>> = {
  'the form': async (page) => {
    await page.goto(`/?project=${exampleId}&secret=${exampleId}`)
    await expect(page.getByText('Such as')).toBeVisible()
  },
  'a result': async (page) => {
    await createAlias(page, 'FOR_FINGERS')
    await expect(aliasForm(page).overridden).toBeVisible()
  },
  'a list': async (page) => {
    await page.goto(project)
    await expect(page.getByRole('treegrid')).toBeVisible()
  },
  'a row’s menu': async (page) => {
    await page.goto(`${project}?q=DB_MASTER_PASSWORD`)
    await page.getByRole('button', { name: 'Actions for DB_MASTER_PASSWORD' }).click()
    await expect(page.getByRole('menu')).toBeVisible()
  },
  'an environment': async (page) => {
    await page.goto(`${production}?inherited=1`)
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
  'the history': async (page) => {
    await page.goto('/history')
    await expect(page.getByRole('article').first()).toBeVisible()
  },
  'what an alias is': async (page) => {
    await page.goto('/about')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
  'the choice of a project': async (page) => {
    await page.goto('/project')
    await expect(page.getByRole('link', { name: 'payments' })).toBeVisible()
  },
}

test('on a phone, all that can be pressed is at least 40 px high, and nothing lies beside the page', async ({
  page,
}) => {
  await eachRow(
    Object.entries(pages),
    ([name]) => name,
    async ([, open]) => {
      await open(page)
      expect(await tooSmall(page)).toEqual([])
      expect(await sideways(page)).toBe(0)
    },
  )
})
