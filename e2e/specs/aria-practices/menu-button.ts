import { expect, type Page } from 'playwright/test'
import { press, type Practice } from './practice'

const name = 'Actions for DB_MASTER_PASSWORD'
const button = (page: Page) => page.getByRole('button', { name, exact: true })
const menu = (page: Page) => page.getByRole('menu')
const item = (page: Page, label: string) => menu(page).getByRole('menuitem', { name: label })
const [first, last] = ['Create alias', 'Delete']

/** Comes from a closed menu, with focus on its button. */
const begin = async (page: Page, ...keys: string[]) => {
  await button(page).focus()
  await press(page, 'Escape')
  await button(page).focus()
  // A menu that Escape hid is not seen at once; its button hears of it a moment later.
  await expect(menu(page)).toHaveCount(0)
  await expect(button(page)).toHaveAttribute('aria-expanded', 'false')
  await press(page, ...keys)
}

const isLeft = async (page: Page) => {
  await expect(menu(page)).toHaveCount(0)
  await expect(button(page)).toBeFocused()
}

const opensAt = (key: string, label: string) => async (page: Page) => {
  await begin(page, key)
  await expect(item(page, label)).toBeFocused()
}

const oneLevel =
  'Everything that a menu of the console holds is done at once: it has no further level.'

/** Source: the menu button and menu patterns, and the 19 behaviours of their example; then what only the patterns have. */
export const menuButton: Practice[] = [
  [
    'the button says that it opens a menu',
    (page) => expect(button(page)).toHaveAttribute('aria-haspopup', 'menu'),
  ],
  [
    'the button names the menu that it controls, while that is there',
    async (page) => {
      await begin(page, 'Enter')
      const id = await menu(page).getAttribute('id')
      await expect(button(page)).toHaveAttribute('aria-controls', id ?? 'none')
    },
  ],
  [
    'while the menu is closed, the button says so',
    async (page) => {
      await begin(page)
      await expect(button(page)).toHaveAttribute('aria-expanded', 'false')
    },
  ],
  [
    'while it is open, the button says so, and closes it when it is pressed',
    async (page) => {
      await begin(page, 'Enter')
      await expect(button(page)).toHaveAttribute('aria-expanded', 'true')
      await button(page).click()
      await isLeft(page)
      await expect(button(page)).toHaveAttribute('aria-expanded', 'false')
    },
  ],
  [
    'what opens is a menu',
    async (page) => {
      await begin(page, 'Enter')
      await expect(menu(page)).toBeVisible()
    },
  ],
  [
    'the menu is called what its button is called',
    async (page) => {
      await begin(page, 'Enter')
      await expect(menu(page)).toHaveAccessibleName(name)
    },
  ],
  [
    'what it holds are its items, by their texts',
    async (page) => {
      await begin(page, 'Enter')
      await expect(menu(page).getByRole('menuitem')).toHaveText([
        first,
        'Open',
        'Copy ID',
        'Copy key',
        'Edit',
        'Move its aliases',
        last,
      ])
    },
  ],
  [
    'an item takes focus, and is not in the sequence of Tab',
    async (page) => {
      await begin(page, 'Enter')
      for (const each of await menu(page).getByRole('menuitem').all())
        await expect(each).toHaveAttribute('tabindex', '-1')
    },
  ],
  ['Enter on the button opens the menu at its first item', opensAt('Enter', first)],
  ['Space on the button opens the menu at its first item', opensAt('Space', first)],
  ['Down on the button opens the menu at its first item', opensAt('ArrowDown', first)],
  ['Up on the button opens the menu at its last item', opensAt('ArrowUp', last)],
  [
    'Enter on an item does what it says, closes the menu, and leads back to the button',
    async (page) => {
      await begin(page, 'Enter', 'ArrowDown', 'ArrowDown', 'ArrowDown')
      await expect(item(page, 'Copy key')).toBeFocused()
      await press(page, 'Enter')
      await expect(page.getByText('Key copied')).toBeVisible()
      await isLeft(page)
    },
  ],
  [
    'Escape closes the menu, and leads back to the button',
    async (page) => {
      await begin(page, 'Enter', 'ArrowDown', 'Escape')
      await isLeft(page)
    },
  ],
  [
    'Down leads to the next item, and from the last one to the first',
    async (page) => {
      await begin(page, 'Enter', 'ArrowDown')
      await expect(item(page, 'Open')).toBeFocused()
      await press(page, 'End', 'ArrowDown')
      await expect(item(page, first)).toBeFocused()
    },
  ],
  [
    'Up leads to the item before, and from the first one to the last',
    async (page) => {
      await begin(page, 'Enter', 'ArrowUp')
      await expect(item(page, last)).toBeFocused()
      await press(page, 'ArrowUp')
      await expect(item(page, 'Move its aliases')).toBeFocused()
    },
  ],
  [
    'Home leads to the first item',
    async (page) => {
      await begin(page, 'ArrowUp', 'Home')
      await expect(item(page, first)).toBeFocused()
    },
  ],
  [
    'End leads to the last item',
    async (page) => {
      await begin(page, 'Enter', 'End')
      await expect(item(page, last)).toBeFocused()
    },
  ],
  [
    'a letter leads to the next item that begins with it, and nowhere where none does',
    async (page) => {
      await begin(page, 'Enter')
      for (const [letter, label] of [
        ['c', 'Copy ID'],
        ['C', 'Copy key'],
        ['x', 'Copy key'],
        ['c', first],
        ['d', last],
      ] as const) {
        await press(page, letter)
        await expect(item(page, label)).toBeFocused()
      }
    },
  ],
  [
    'Space on an item does what Enter does',
    async (page) => {
      await begin(page, 'Enter', 'ArrowDown', 'ArrowDown', 'Space')
      await expect(page.getByText('ID copied')).toBeVisible()
      await isLeft(page)
    },
  ],
  [
    'Tab and Shift+Tab close the menu, and lead out of it',
    async (page) => {
      await begin(page, 'Enter', 'Tab')
      await isLeft(page)
      await begin(page, 'Enter', 'Shift+Tab')
      await isLeft(page)
    },
  ],
  [
    'an item that cannot be used has focus like any other, says so, and does nothing',
    async (page) => {
      const builtIn = page.getByRole('button', { name: 'Actions for CLUSTER_REGION', exact: true })
      await builtIn.press('ArrowUp')
      await expect(item(page, last)).toBeFocused()
      await expect(item(page, last)).toHaveAttribute('aria-disabled', 'true')
      await press(page, 'Enter')
      await expect(item(page, last)).toBeFocused()
      await press(page, 'Escape')
      await expect(builtIn).toBeFocused()
    },
  ],
  [
    'focus is not lost by scrolling: a menu follows its button, and once that is out of sight, leaves focus to the list',
    async (page) => {
      const size = page.viewportSize() ?? { width: 0, height: 0 }
      await page.setViewportSize({ ...size, height: 400 })
      await begin(page, 'Enter')
      const scrolled = () => page.evaluate(() => scrollY)
      const before = await scrolled()
      await page.mouse.move(size.width / 2, 200)
      await page.mouse.wheel(0, 3)
      await expect.poll(scrolled).toBe(before + 3)
      await expect(item(page, first)).toBeFocused()
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
      const end = await scrolled()
      await expect(menu(page)).toHaveCount(0)
      await expect(page.locator('[role=treegrid]:focus, [role=treegrid] :focus')).toHaveCount(1)
      // Nor does focus bring back whoever scrolled.
      expect(await scrolled()).toBe(end)
      await page.setViewportSize(size)
    },
  ],
  ['Right and Left lead into a further level and back', oneLevel],
  ['an item that is ticked, or one of several, says so', 'No menu of the console keeps a choice.'],
]
