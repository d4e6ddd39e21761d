import { expect, type Locator } from 'playwright/test'
import { aliasForm, exampleId } from '../pages/alias-form'
import { test } from '../servers/console'
import { anyFonts } from '../browsers/other-fonts'

/** What an element showed and where it stood, frame by frame from now on; what stays the same is noted once. */
const watch = async (element: Locator) => {
  const noted = await element.evaluateHandle((watched) => {
    const texts: string[] = []
    const tops: number[] = []
    const add = <Value>(list: Value[], value: Value) => {
      if (list.at(-1) !== value) list.push(value)
    }
    const note = () => {
      add(texts, watched.textContent.trim())
      add(tops, watched.getBoundingClientRect().top)
      requestAnimationFrame(note)
    }
    note()
    return { texts, tops }
  })
  return () => noted.jsonValue()
}

test(
  'no field moves while a list is read again, nor while a plan becomes the alias in its place',
  anyFonts,
  async ({ page }) => {
    await test.step('reading a project’s list again moves nothing', async () => {
      await page.goto(`/?project=${exampleId}&secret=${exampleId}`)
      const form = aliasForm(page)
      const again = page.getByRole('button', { name: 'Refresh' })
      await expect(page.getByText(/^Refreshed/)).toBeVisible()
      const key = await watch(form.key)
      const row = await watch(again.locator('..'))
      await page.route(/\/secret$/, async (route) => {
        await page.getByText('reading the list…').waitFor()
        await route.continue()
      })
      await again.click()
      await expect(page.getByText(/^Refreshed/)).toBeVisible()
      expect((await row()).texts.length).toBeGreaterThan(1)
      expect((await key()).tops).toHaveLength(1)
      await page.unroute(/\/secret$/)
    })
    await test.step('a plan becomes the alias in its place: no field moves, and nobody hears that the new key is taken', async () => {
      // High enough for the whole form: what a press scrolls to is no move of the page's.
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=IN_ITS_PLACE`)
      const form = aliasForm(page)
      const hint = page.locator('#key-message')
      await expect(hint).toHaveText('Free in this project')
      const drawing = await watch(form.preview.getByRole('figure'))
      const key = await watch(form.key)
      const said = await watch(hint)
      const read = page.waitForResponse(/\/secret$/)
      await form.create.click()
      await expect(form.target).toBeVisible()
      await read
      await expect(page.getByText(/^Refreshed/)).toBeVisible()
      expect((await drawing()).tops).toHaveLength(1)
      expect((await key()).tops).toHaveLength(1)
      await expect(hint).toContainText('Such as')
      const { texts } = await said()
      expect(texts[0]).toBe('Free in this project')
      expect(texts.join(' ')).not.toMatch(/exists already|taken/)
    })
  },
)
