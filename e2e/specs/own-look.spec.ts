import { expect, type Locator, type Page } from 'playwright/test'
import { exampleId } from '../pages/alias-form'
import { test } from '../servers/console'

const project = `/project/${exampleId}`

/** What opens each page that has choices besides the theme’s, by what it is. */
const pages: Record<string, (page: Page) => Promise<Locator>> = {
  'the filters of a list': async (page) => {
    await page.goto(project)
    return page.getByRole('combobox', { name: 'Owner' })
  },
  'the format of a pasted list': async (page) => {
    await page.goto(`${project}/bulk`)
    return page.getByRole('combobox', { name: 'Format' })
  },
  'the place of a copy': async (page) => {
    await page.goto(`${project}/bulk`)
    await page.getByLabel('Copy the aliases of a place').check()
    return page.getByRole('combobox', { name: 'Copy the aliases of' })
  },
}

/** How each choice of the page is drawn, without repeats. */
const looks = (page: Page) =>
  page.locator('select').evaluateAll((choices) => [
    ...new Set(
      choices.map((choice) => {
        const { appearance, backgroundImage, backgroundSize, color, paddingRight } =
          getComputedStyle(choice)
        const strokes = backgroundImage.split('linear-gradient').length - 1
        const isInk = backgroundImage.includes(color)
        return [appearance, strokes, backgroundSize, isInk, paddingRight].join(' | ')
      }),
    ),
  ])

test('every choice has the same arrow, in the colour of its text, and a browser’s own where a system has its colours', async ({
  page,
}) => {
  for (const [name, open] of Object.entries(pages)) {
    await page.emulateMedia({ forcedColors: 'none' })
    await expect(await open(page)).toBeVisible()
    expect(await page.locator('select').count(), name).toBeGreaterThan(1)
    expect(await looks(page), name).toEqual(['none | 2 | 4px 4px, 4px 4px, auto | true | 26px'])
    // Its colours leave no gradient, so an arrow that is drawn so would be lost.
    await page.emulateMedia({ forcedColors: 'active' })
    const appearances = await page
      .locator('select')
      .evaluateAll((choices) => choices.map((choice) => getComputedStyle(choice).appearance))
    expect(appearances, name).not.toContain('none')
  }
})

test('what opens has an arrow of its own that turns, moves nothing, and is seen in a system’s colours', async ({
  page,
}) => {
  await page.goto(project)
  const summary = page.locator('summary').first()
  await expect(summary).toHaveText(/^Environments and services · \d/)
  const look = () =>
    summary.evaluate((element) => {
      const { rotate, borderRightWidth, borderRightColor, transitionDuration } = getComputedStyle(
        element,
        '::before',
      )
      const text = document.createRange()
      text.selectNodeContents(element)
      const { x, y } = text.getBoundingClientRect()
      return {
        marker: getComputedStyle(element).listStyleType,
        stroke: borderRightWidth,
        isSeen: borderRightColor !== getComputedStyle(document.body).backgroundColor,
        rotate,
        transitionDuration,
        at: [x, y, element.getBoundingClientRect().height],
      }
    })
  const closed = await look()
  expect(closed).toMatchObject({ marker: 'none', stroke: '2px', rotate: '-45deg', isSeen: true })
  await summary.click()
  await expect.poll(look).toEqual({ ...closed, rotate: '45deg' })
  expect(closed.transitionDuration).toBe('0s')
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  expect((await look()).transitionDuration).toBe('0.12s')
  await page.emulateMedia({ forcedColors: 'active' })
  expect(await look()).toMatchObject({ stroke: '2px', isSeen: true })
})
