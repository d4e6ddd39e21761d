import { expect, type Page } from 'playwright/test'
import { active, row, tree } from '../../pages/project-list'
import { press, type Practice } from './practice'

const [first, second, last] = ['CARD_GATEWAY_API_KEY', 'STRIPE_API_KEY', 'WEBHOOK_SIGNING_SECRET']
const region = 'CLUSTER_REGION'

/** Goes to the first row, and on from there by keys. */
const begin = async (page: Page, ...keys: string[]) => {
  await tree(page).focus()
  if ((await active(page)).role === 'gridcell') await press(page, 'Home', 'ArrowLeft')
  await press(page, 'Home', ...keys)
}

const isAt = (page: Page, key: string, column?: string) =>
  expect
    .poll(() => active(page))
    .toMatchObject(column === undefined ? { role: 'row', key } : { role: 'gridcell', key, column })

/** An attribute of every row of a secret, by its key. */
const ofRows = (page: Page, attribute: string) =>
  tree(page)
    .getByRole('row')
    .evaluateAll(
      (rows, name) =>
        Object.fromEntries(
          rows
            .slice(1)
            .map((each) => [
              /^[^,]*/.exec(each.ariaLabel ?? '')?.[0],
              each.getAttribute(name) ?? undefined,
            ]),
        ),
      attribute,
    )

/** Where a key leads within the list, again and again until it leads out of it, or to the list itself. */
const stops = async (page: Page, key: string) => {
  const found = new Set<string>()
  for (let presses = 0; presses < 20; presses += 1) {
    await press(page, key)
    const stop = await tree(page).evaluate((grid) => {
      const at = document.activeElement
      if (at === null || at === grid || !grid.contains(at)) return undefined
      return at.closest('[role=columnheader]') === null ? (at.ariaLabel ?? '') : 'column heads'
    })
    if (stop === undefined) return [...found]
    found.add(stop)
  }
  throw new Error(`${key} does not lead out of the list.`)
}

const head = (page: Page, name: string) => page.getByRole('columnheader', { name })

const rowsAreSelected =
  'What is done with a list is done with secrets, which are rows: neither a column nor a cell is selected.'

/** Keys of the rows that say of themselves that they are selected, where every other one says that it is not. */
const areSelected = (page: Page, ...keys: string[]) =>
  expect
    .poll(async () => {
      const selected = Object.entries(await ofRows(page, 'aria-selected'))
      expect(selected.filter(([, is]) => is !== 'true' && is !== 'false')).toEqual([])
      return selected.flatMap(([key, is]) => (is === 'true' ? key : []))
    })
    .toEqual(keys)

/** Source: the treegrid pattern, and the 24 behaviours of its example, in its order; then what only the pattern has. */
export const treegrid: Practice[] = [
  ['the table is a treegrid', (page) => expect(page.getByRole('treegrid')).toHaveCount(1)],
  ['it has a name', (page) => expect(page.getByRole('treegrid')).toHaveAccessibleName('Secrets')],
  [
    'each of its lines is a row, in a group of rows',
    async (page) => {
      const groups = tree(page).getByRole('rowgroup')
      await expect(groups.first().getByRole('row')).toHaveCount(1)
      await expect(groups.last().getByRole('row')).toHaveCount(15)
    },
  ],
  [
    'one element of it is in the sequence of Tab, and tells what the keyboard is at',
    async (page) => {
      await begin(page, 'ArrowDown')
      await expect(tree(page)).toBeFocused()
      await expect(tree(page)).toHaveAttribute('tabindex', '0')
      expect(new Set(Object.values(await ofRows(page, 'tabindex')))).toEqual(new Set([undefined]))
      await isAt(page, second)
    },
  ],
  [
    'only a row that has others below it says whether it is open',
    async (page) => {
      const expanded = await ofRows(page, 'aria-expanded')
      expect(expanded).toMatchObject({ [first]: 'true', DB_MASTER_PASSWORD: 'true' })
      expect(expanded[second]).toBeUndefined()
      await begin(page, 'ArrowLeft')
      await expect(row(page, first)).toHaveAttribute('aria-expanded', 'false')
      await press(page, 'ArrowRight')
    },
  ],
  [
    'a row says its level, from 1',
    async (page) =>
      expect(await ofRows(page, 'aria-level')).toMatchObject({ [first]: '1', [second]: '2' }),
  ],
  [
    'a row says how many there are in its branch',
    async (page) =>
      expect(await ofRows(page, 'aria-setsize')).toMatchObject({ [second]: '1', [last]: '10' }),
  ],
  [
    'a row says which of its branch it is, from 1',
    async (page) =>
      expect(await ofRows(page, 'aria-posinset')).toMatchObject({ [first]: '1', [last]: '10' }),
  ],
  [
    'what a row has in a column is a cell, and what the column is about is its head',
    async (page) => {
      await expect(row(page, first).getByRole('gridcell')).toHaveCount(8)
      await expect(tree(page).getByRole('columnheader')).toHaveCount(8)
    },
  ],
  [
    'Right opens a closed row, and leads from an open one, or one that has nothing to open, to its first cell',
    async (page) => {
      await begin(page, 'ArrowLeft', 'ArrowRight')
      await isAt(page, first)
      await expect(row(page, second)).toBeVisible()
      await press(page, 'ArrowRight')
      await isAt(page, first, '1')
      await begin(page, 'ArrowDown', 'ArrowRight')
      await isAt(page, second, '1')
    },
  ],
  [
    'Right leads from a cell to the next one, and from the last one nowhere',
    async (page) => {
      await begin(page, 'ArrowRight', 'ArrowRight')
      await isAt(page, first, '2')
      await press(page, 'End', 'ArrowRight')
      await isAt(page, first, '8')
    },
  ],
  [
    'Left closes an open row, and leads from any other one to the one that it stands below',
    async (page) => {
      await begin(page, 'ArrowDown', 'ArrowLeft')
      await isAt(page, first)
      await press(page, 'ArrowLeft')
      await isAt(page, first)
      await expect(row(page, second)).toHaveCount(0)
      await press(page, 'ArrowLeft')
      await isAt(page, first)
      await press(page, 'ArrowRight')
    },
  ],
  [
    'Left leads from a cell to the one before, and from the first one to the row',
    async (page) => {
      await begin(page, 'ArrowRight', 'ArrowRight', 'ArrowLeft')
      await isAt(page, first, '1')
      await press(page, 'ArrowLeft')
      await isAt(page, first)
    },
  ],
  [
    'Down leads to the next row, and from the last one nowhere',
    async (page) => {
      await begin(page, 'ArrowDown')
      await isAt(page, second)
      await press(page, 'End', 'ArrowDown')
      await isAt(page, last)
    },
  ],
  [
    'Down leads to the cell below, and from the last row nowhere',
    async (page) => {
      await begin(page, 'ArrowRight', 'ArrowRight', 'ArrowDown')
      await isAt(page, second, '2')
      await press(page, 'Control+End', 'ArrowDown')
      await isAt(page, last, '2')
    },
  ],
  [
    'Up leads to the row before, and from the first one nowhere',
    async (page) => {
      await begin(page, 'ArrowDown', 'ArrowDown', 'ArrowUp')
      await isAt(page, second)
      await press(page, 'ArrowUp', 'ArrowUp')
      await isAt(page, first)
    },
  ],
  [
    'Up leads to the cell above, and from the first row nowhere',
    async (page) => {
      await begin(page, 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowUp')
      await isAt(page, first, '2')
      await press(page, 'ArrowUp')
      await isAt(page, first, '2')
    },
  ],
  [
    'Tab leads to what can be pressed, of the rows only to what is in the active one, and out of the list after it',
    async (page) => {
      await begin(page, 'ArrowDown')
      expect(await stops(page, 'Tab')).toEqual(['column heads', `Actions for ${second}`])
      await expect(tree(page)).not.toBeFocused()
    },
  ],
  [
    'Shift+Tab leads back from there to the row, and from the row out of the list',
    async (page) => {
      await begin(page, 'ArrowDown')
      await page.getByRole('button', { name: `Actions for ${second}`, exact: true }).focus()
      expect(await stops(page, 'Shift+Tab')).toEqual(['column heads'])
      await expect(tree(page)).toBeFocused()
      await isAt(page, second)
      expect(await stops(page, 'Shift+Tab')).toEqual([])
      await expect(tree(page)).not.toBeFocused()
    },
  ],
  [
    'Home leads from a row to the first one, and from a cell to the first one of its row',
    async (page) => {
      await begin(page, 'ArrowDown', 'ArrowDown', 'Home')
      await isAt(page, first)
      await press(page, 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Home')
      await isAt(page, second, '1')
    },
  ],
  [
    'End leads from a row to the last one, and from a cell to the last one of its row',
    async (page) => {
      await begin(page, 'End')
      await isAt(page, last)
      await begin(page, 'ArrowRight', 'End')
      await isAt(page, first, '8')
    },
  ],
  [
    'Control+Home leads to the first row, and from a cell to that of its column there',
    async (page) => {
      await begin(page, 'End', 'Control+Home')
      await isAt(page, first)
      await begin(page, 'End', 'ArrowRight', 'ArrowRight', 'Control+Home')
      await isAt(page, first, '2')
    },
  ],
  [
    'Control+End leads to the last row, and from a cell to that of its column there',
    async (page) => {
      await begin(page, 'Control+End')
      await isAt(page, last)
      await begin(page, 'ArrowRight', 'ArrowRight', 'Control+End')
      await isAt(page, last, '2')
    },
  ],
  [
    'Enter does what a row or a cell is mostly for: opens a secret, its target, or its actions',
    async (page) => {
      const list = page.url()
      await begin(page, 'ArrowDown', 'ArrowRight', 'End', 'Enter')
      await expect(page.getByRole('menu', { name: `Actions for ${second}` })).toBeVisible()
      await press(page, 'Escape', 'Home', 'ArrowRight', 'Enter')
      await expect(page.getByRole('heading', { level: 1, name: first })).toBeVisible()
      await page.goBack()
      await expect(page).toHaveURL(list)
      await begin(page, 'ArrowDown', 'Enter')
      await expect(page.getByRole('heading', { level: 1, name: second })).toBeVisible()
      await page.goBack()
      await expect(tree(page)).toBeVisible()
    },
  ],
  [
    'Page Down leads some rows down, in a cell’s column as well, and from the last row nowhere',
    async (page) => {
      await begin(page, 'PageDown')
      await expect.poll(async () => (await active(page)).key).not.toBe(first)
      await press(page, 'PageDown', 'PageDown')
      await isAt(page, last)
      await begin(page, 'ArrowRight', 'ArrowRight', 'PageDown', 'PageDown', 'PageDown')
      await isAt(page, last, '2')
    },
  ],
  [
    'Page Up leads some rows up, in a cell’s column as well, and from the first row nowhere',
    async (page) => {
      await begin(page, 'End', 'PageUp')
      await expect.poll(async () => (await active(page)).key).not.toBe(last)
      await press(page, 'PageUp', 'PageUp')
      await isAt(page, first)
      await begin(page, 'End', 'ArrowRight', 'ArrowRight', 'PageUp', 'PageUp', 'PageUp')
      await isAt(page, first, '2')
    },
  ],
  [
    'it says that more than one row can be selected, and each row whether it is',
    async (page) => {
      await expect(tree(page)).toHaveAttribute('aria-multiselectable', 'true')
      await areSelected(page)
    },
  ],
  [
    'Shift+Space selects the row, also from a cell, and Space alone lets go of it again',
    async (page) => {
      await begin(page, 'Shift+Space')
      await areSelected(page, first)
      await press(page, 'Space')
      await areSelected(page)
      await begin(page, 'ArrowRight', 'ArrowRight', 'Shift+Space')
      await areSelected(page, first)
      await press(page, 'Space')
      await areSelected(page)
    },
  ],
  [
    'Shift+Down selects the next row as well',
    async (page) => {
      await begin(page, 'Shift+ArrowDown')
      await areSelected(page, first, second)
      await isAt(page, second)
      await press(page, 'Escape')
      await areSelected(page)
    },
  ],
  [
    'Shift+Up selects the row before as well',
    async (page) => {
      await begin(page, 'End', 'Shift+ArrowUp')
      await expect(row(page, last)).toHaveAttribute('aria-selected', 'true')
      await expect(page.getByRole('row', { selected: true })).toHaveCount(2)
      await press(page, 'Escape')
      await areSelected(page)
    },
  ],
  [
    'Control+A selects all',
    async (page) => {
      await begin(page, 'ControlOrMeta+a')
      await expect(page.getByRole('row', { selected: true })).toHaveCount(15)
      await press(page, 'Escape')
      await areSelected(page)
    },
  ],
  ['Control+Space selects a column', rowsAreSelected],
  ['Shift with Left or Right selects the next cell as well', rowsAreSelected],
  [
    'the head of the column by which rows are sorted says so, and in which order',
    async (page) => {
      await expect(head(page, 'Key')).toHaveAttribute('aria-sort', 'ascending')
      await head(page, 'Updated').getByRole('button').press('Enter')
      await expect(head(page, 'Updated')).toHaveAttribute('aria-sort', 'descending')
      await expect(head(page, 'Key')).toHaveAttribute('aria-sort', 'none')
      await head(page, 'Key').getByRole('button').press('Enter')
      await expect(head(page, 'Key')).toHaveAttribute('aria-sort', 'ascending')
    },
  ],
  [
    'how many rows and columns there are, and which of them one is, is said where not all are on the page',
    async (page) => {
      await expect(tree(page)).toHaveAttribute('aria-rowcount', '16')
      await expect(tree(page)).toHaveAttribute('aria-colcount', '8')
      expect(await ofRows(page, 'aria-rowindex')).toMatchObject({ [first]: '2', [last]: '16' })
      const cells = row(page, region).getByRole('gridcell')
      await expect(cells.first()).toHaveAttribute('aria-colindex', '1')
      await expect(cells.last()).toHaveAttribute('aria-colindex', '8')
    },
  ],
  ['the head of a row is a row header', 'Each row has a name that says all of it in one sentence.'],
  ['a caption describes the table', 'It has none: the heading above it names the project.'],
  ['a cell that cannot be edited says so', 'No cell is edited in its place.'],
  ['a cell that spans columns says so', 'None does.'],
]
