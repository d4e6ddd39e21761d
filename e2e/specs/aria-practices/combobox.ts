import { expect, type Page } from 'playwright/test'
import { picker } from '../../pages/picker'
import { press, type Practice } from './practice'

const of = (page: Page) => picker(page, 'Secret')
const all = 15

/** Comes from an empty box whose list is closed, with focus in it. */
const begin = async (page: Page, ...keys: string[]) => {
  const { box } = of(page)
  await box.fill('')
  await press(page, 'Escape')
  await isOpen(page, false)
  await press(page, ...keys)
}

const isOpen = (page: Page, open = true) =>
  expect(of(page).box).toHaveAttribute('aria-expanded', String(open))

/** At which option the keyboard is; undefined for the box itself. */
const isAt = (page: Page, position: number | undefined) =>
  expect.poll(async () => (await of(page).active())?.position).toBe(position)

const type = async (page: Page, words: string) => {
  await page.keyboard.type(words)
  await isAt(page, 1)
}

const caretIs = (page: Page, at: number) =>
  expect
    .poll(() =>
      of(page).box.evaluate((box) => box instanceof HTMLInputElement && box.selectionStart),
    )
    .toBe(at)

const noButton =
  'There is no button beside the box: a press anywhere on it opens the list, and what is drawn there is a sign.'

/** Source: the combobox pattern and its example that is editable and has a list: 34 behaviours. */
export const combobox: Practice[] = [
  [
    'the box is a combobox',
    (page) => expect(page.getByRole('combobox', { name: 'Secret', exact: true })).toHaveCount(1),
  ],
  [
    'it says that a list follows what is typed',
    (page) => expect(of(page).box).toHaveAttribute('aria-autocomplete', 'list'),
  ],
  [
    'it names the list that it controls, while that is there',
    async (page) => {
      await begin(page, 'ArrowDown')
      expect(await of(page).box.getAttribute('aria-controls')).toBe(
        await of(page).list.getAttribute('id'),
      )
    },
  ],
  [
    'it says that the list is closed, and that it is open',
    async (page) => {
      await begin(page)
      await expect(of(page).list).toHaveCount(0)
      await press(page, 'ArrowDown')
      await isOpen(page)
      await expect(of(page).list).toBeVisible()
    },
  ],
  [
    'it says which option the keyboard is at, and keeps focus itself',
    async (page) => {
      await begin(page)
      await isAt(page, undefined)
      await press(page, 'ArrowDown')
      await expect.poll(of(page).active).toMatchObject({ role: 'option', position: 1, of: all })
      await expect(of(page).box).toBeFocused()
    },
  ],
  [
    'its label names it, and leads to it when pressed',
    async (page) => {
      await page.getByText('Secret', { exact: true }).click()
      await expect(of(page).box).toBeFocused()
    },
  ],
  [
    'what opens is a listbox',
    async (page) => {
      await begin(page, 'ArrowDown')
      await expect(page.getByRole('listbox')).toHaveCount(1)
    },
  ],
  ['the listbox has a name', (page) => expect(of(page).list).toHaveAccessibleName('Secrets')],
  [
    'what it holds are options, with their texts as names',
    async (page) => {
      await begin(page, 'ArrowDown')
      await expect(of(page).options.first()).toHaveAccessibleName(/^CARD_GATEWAY_API_KEY/)
    },
  ],
  [
    'the option that the keyboard is at is in sight, and marked as selected where it is the chosen one',
    async (page) => {
      const selected = of(page).list.locator('[aria-selected=true]')
      await begin(page, 'ArrowDown', 'ArrowUp')
      await expect
        .poll(of(page).active)
        .toMatchObject({ position: all, selected: 'false', inSight: true })
      await expect(selected).toHaveCount(0)
      await begin(page, 'ArrowDown', 'Enter', 'ArrowDown')
      await isAt(page, 1)
      await expect(selected).toHaveCount(1)
      await expect.poll(of(page).active).toMatchObject({ selected: 'true' })
    },
  ],
  ['the button is not in the sequence of Tab', noButton],
  ['the button has a name', noButton],
  ['the button names the list', noButton],
  ['the button says whether the list is open', noButton],
  [
    'Alt+Down opens the list, and stays in the box',
    async (page) => {
      await begin(page, 'Alt+ArrowDown')
      await isOpen(page)
      await isAt(page, undefined)
    },
  ],
  [
    'Down opens the list at its first option',
    async (page) => {
      await begin(page, 'ArrowDown')
      await isOpen(page)
      await isAt(page, 1)
    },
  ],
  [
    'Down leads to the next option, also from what typing is at, and from the last one to the first',
    async (page) => {
      await begin(page, 'ArrowDown', 'ArrowDown')
      await isAt(page, 2)
      await press(page, 'End', 'ArrowDown')
      await isAt(page, 1)
      await begin(page)
      await type(page, 'pass')
      await press(page, 'ArrowDown')
      await isAt(page, 2)
    },
  ],
  [
    'Up opens the list at its last option',
    async (page) => {
      await begin(page, 'ArrowUp')
      await isAt(page, all)
    },
  ],
  [
    'Up leads to the option before, and from the first one to the last',
    async (page) => {
      await begin(page, 'ArrowUp', 'ArrowUp')
      await isAt(page, all - 1)
      await press(page, 'Home', 'ArrowUp')
      await isAt(page, all)
    },
  ],
  [
    'Enter in the box closes the list, and chooses nothing while it is at no option',
    async (page) => {
      await begin(page, 'Alt+ArrowDown', 'Enter')
      await isOpen(page, false)
      await expect(of(page).box).toHaveValue('')
      await expect(page.getByRole('region', { name: 'Result' })).toHaveCount(0)
    },
  ],
  [
    'Enter takes the option that typing is at',
    async (page) => {
      await begin(page)
      await type(page, 'tls')
      await press(page, 'Enter')
      await expect(of(page).box).toHaveValue('TLS_BUNDLE')
      await isOpen(page, false)
    },
  ],
  [
    'Enter takes the option that the keyboard is at, closes the list, and puts the caret behind its name, which a letter replaces',
    async (page) => {
      await begin(page, 'ArrowDown', 'ArrowDown')
      await isAt(page, 2)
      const name = (await of(page).active())?.name ?? ''
      await press(page, 'Enter')
      await expect(of(page).box).toHaveValue(name)
      await isOpen(page, false)
      await isAt(page, undefined)
      await expect(of(page).box).toBeFocused()
      await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe(name)
      await caretIs(page, 0)
      await type(page, 'tls')
      await expect(of(page).box).toHaveValue('tls')
    },
  ],
  [
    'Escape in the box closes the list, and keeps what was typed',
    async (page) => {
      await begin(page)
      await type(page, 'pass')
      await press(page, 'Escape')
      await isOpen(page, false)
      await expect(of(page).box).toHaveValue('pass')
    },
  ],
  [
    'Escape takes back what was typed into a box whose list is closed: to what was chosen, or to nothing',
    async (page) => {
      await begin(page, 'Escape')
      const { box } = of(page)
      const chosen = await box.inputValue()
      await box.fill('pass')
      await isAt(page, 1)
      await press(page, 'Escape', 'Escape')
      await expect(box).toHaveValue(chosen)
    },
  ],
  [
    'Escape in the list closes it, chooses nothing, and leads back to the box',
    async (page) => {
      await begin(page, 'ArrowDown', 'ArrowDown', 'Escape')
      await isOpen(page, false)
      await isAt(page, undefined)
      await expect(of(page).box).toHaveValue('')
      await expect(of(page).box).toBeFocused()
    },
  ],
  [
    'Left leads from the list to the box, a letter to the left, and leaves the list open',
    async (page) => {
      await begin(page)
      await type(page, 'pass')
      await press(page, 'ArrowDown', 'ArrowLeft')
      await isAt(page, undefined)
      await caretIs(page, 3)
      await isOpen(page)
    },
  ],
  [
    'Right leads from the list to the box, a letter to the right, and leaves the list open',
    async (page) => {
      await begin(page)
      await type(page, 'pass')
      await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowDown', 'ArrowRight')
      await isAt(page, undefined)
      await caretIs(page, 3)
      await isOpen(page)
    },
  ],
  [
    'Home leads to the first option, as the practices leave open, and in a closed box to its beginning',
    async (page) => {
      await begin(page, 'ArrowUp', 'Home')
      await isAt(page, 1)
      await begin(page)
      await type(page, 'pass')
      await press(page, 'Escape', 'Home')
      await caretIs(page, 0)
    },
  ],
  [
    'End leads to the last option, as the practices leave open, and in a closed box to its end',
    async (page) => {
      await begin(page, 'ArrowDown', 'End')
      await isAt(page, all)
      await begin(page)
      await type(page, 'pass')
      await press(page, 'Escape', 'Home', 'End')
      await caretIs(page, 4)
    },
  ],
  [
    'a letter is typed into the box, also from the list, which follows it',
    async (page) => {
      await begin(page, 'ArrowDown', 'ArrowDown')
      await type(page, 'tls')
      await expect(of(page).box).toHaveValue('tls')
      await expect.poll(of(page).names).toEqual(['TLS_BUNDLE'])
    },
  ],
  [
    'Backspace and Delete take a letter from the box, also from the list, which follows',
    async (page) => {
      await begin(page)
      await type(page, 'tls')
      await press(page, 'ArrowDown', 'Backspace')
      await expect(of(page).box).toHaveValue('tl')
      await press(page, 'ArrowLeft', 'ArrowDown', 'Delete')
      await expect(of(page).box).toHaveValue('t')
      await expect.poll(async () => (await of(page).names()).length).toBeGreaterThan(1)
    },
  ],
  [
    'keys that edit a line do what they do in any box',
    async (page) => {
      await begin(page)
      await type(page, 'pass')
      await press(page, 'Escape', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Delete')
      await expect(of(page).box).toHaveValue('pa')
      await press(page, 'ControlOrMeta+a', 't')
      await expect(of(page).box).toHaveValue('t')
    },
  ],
  [
    'Alt+Up closes the list, chooses nothing, and leads back to the box',
    async (page) => {
      await begin(page, 'ArrowDown', 'ArrowDown', 'Alt+ArrowUp')
      await isOpen(page, false)
      await isAt(page, undefined)
      await expect(of(page).box).toHaveValue('')
      await press(page, 'Alt+ArrowUp')
      await isOpen(page, false)
    },
  ],
  [
    'Page Down and Page Up lead ten options on and back',
    async (page) => {
      await begin(page, 'ArrowDown', 'PageDown')
      await isAt(page, 11)
      await press(page, 'PageUp')
      await isAt(page, 1)
    },
  ],
  [
    'the box is in the sequence of Tab, and nothing of its list is: Tab goes on, and chooses nothing',
    async (page) => {
      await begin(page, 'ArrowDown', 'Tab')
      await isOpen(page, false)
      await expect(page.getByRole('textbox', { name: 'Key', exact: true })).toBeFocused()
      await expect(of(page).box).toHaveValue('')
    },
  ],
]
