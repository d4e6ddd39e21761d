import { expect, type Page } from 'playwright/test'
import { aliasForm, createAlias, exampleId } from '../pages/alias-form'
import { planBulk } from '../pages/bulk-page'
import { commonPages } from '../pages/common-pages'
import { sideways } from '../pages/sideways'
import { test } from '../servers/console'
import { eachRow } from './rows'

const project = `/project/${exampleId}`
const production = `${project}/environment/6513270e-269e-4d37-b2a7-4de452e6b438`
test.use({ hasTouch: true })

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

/** Where the lines of boxes that hold several of them begin, if anywhere but at their top. */
const movedLines = (page: Page) =>
  page
    .locator('textarea')
    .evaluateAll((boxes) =>
      boxes.map((box) => getComputedStyle(box).alignContent).filter((value) => value !== 'normal'),
    )

const pages: Record<string, (page: Page) => Promise<void>> = {
  ...commonPages,
  'a list with its filters': async (page) => {
    await page.goto(`${project}?aliases=1`)
    await expect(page.getByRole('checkbox', { name: 'Orphaned' })).toBeVisible()
  },
  'a result': async (page) => {
    await createAlias(page, 'FOR_FINGERS')
    await expect(aliasForm(page).target).toBeVisible()
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
  'the text of Bulk': async (page) => {
    await page.goto(`${project}/bulk`)
    await expect(page.getByRole('textbox', { name: 'Aliases' })).toBeVisible()
  },
  'the places of a copy': async (page) => {
    await page.goto(`${production}/bulk?copy`)
    await expect(page.getByRole('checkbox', { name: /^production .* checkout-api/ })).toBeVisible()
  },
  'the history': async (page) => {
    await page.goto('/history')
    await expect(page.getByRole('article').first()).toBeVisible()
  },
  'what an alias is': async (page) => {
    await page.goto('/about')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
}

/** Source: what WCAG 2.2, 1.4.12 lets readers set. */
const wideText = `* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important }`

// The page's policy forbids a style element of anybody else.
const setStyles = (page: Page, css: string) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [sheet]
  }, css)

/** Texts of which a part lies on another one, as “one × other”. */
const lostTexts = (page: Page) =>
  page.evaluate(() => {
    const seen: { text: string; node: Node; box: DOMRect }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { parentElement: parent, textContent } = node
      const text = textContent?.trim() ?? ''
      // What lies above the page on purpose has a ground of its own.
      const isApart = parent?.closest(
        '.sr-only, option, dialog, header, .sticky, .fixed, [popover]',
      )
      if (text === '' || parent === null || isApart !== null || !parent.checkVisibility()) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const { x, y, width, height } of range.getClientRects()) {
        let [left, top, right, bottom] = [x, y, x + width, y + height]
        for (let each: Element | null = parent; each !== null; each = each.parentElement) {
          if (getComputedStyle(each).overflow === 'visible') continue
          const frame = each.getBoundingClientRect()
          left = Math.max(left, frame.left)
          top = Math.max(top, frame.top)
          right = Math.min(right, frame.right)
          bottom = Math.min(bottom, frame.bottom)
        }
        if (right - left > 3 && bottom - top > 3)
          seen.push({ text, node, box: new DOMRect(left, top, right - left, bottom - top) })
      }
    }
    // A line box may reach a few pixels into the next one; letters do not.
    const lies = (one: DOMRect, other: DOMRect) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 8
    return seen.flatMap((one, at) =>
      seen
        .slice(at + 1)
        .filter((other) => other.node !== one.node && lies(one.box, other.box))
        .map((other) => `${one.text} × ${other.text}`),
    )
  })

test('on a phone, all that can be pressed is 40 px high; at 400 % and with wide text nothing is lost or beside the page', async ({
  page,
}) => {
  await eachRow(
    Object.entries(pages),
    ([name]) => name,
    async ([, open]) => {
      await page.setViewportSize({ width: 375, height: 812 })
      await open(page)
      expect(await tooSmall(page)).toEqual([])
      expect(await movedLines(page)).toEqual([])
      expect(await sideways(page)).toBe(0)
      expect(await lostTexts(page)).toEqual([])
      // A window of 1280 by 1024, at 400 %.
      await page.setViewportSize({ width: 320, height: 256 })
      expect(await sideways(page)).toBe(0)
      expect(await lostTexts(page)).toEqual([])
      await setStyles(page, wideText)
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await sideways(page), `at ${width} px with wide text`).toBe(0)
        // Rows of a list take their places once they are measured.
        await expect.poll(() => lostTexts(page), `at ${width} px with wide text`).toEqual([])
      }
      await setStyles(page, '')
    },
  )
})

test('in a system’s colours what is pressed, where somebody is and how far a job is are seen', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  const outlineOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).outlineStyle)
  await planBulk(page, `${project}/bulk`, 'A_1=DB_MASTER_PASSWORD\nb-2=SENTRY_DSN')
  expect(await outlineOf('nav [aria-current]')).toBe('solid')
  await page.getByRole('group', { name: 'Verdicts' }).getByRole('button').first().click()
  expect(await outlineOf('[aria-pressed=true]')).toBe('solid')
})
