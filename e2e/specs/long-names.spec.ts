import { expect, type Locator } from 'playwright/test'
import { engines } from '../browsers/any-engine'
import { enterToken } from '../pages/live-page'
import { row, searchBox } from '../pages/project-list'
import { sideways } from '../pages/sideways'
import { test } from '../servers/live-console'
import { makeSecret, projectId, valueSecretId } from '../servers/upstream/model'

const aliasId = '0a1b2c3d-0000-4000-8000-00000000a11a'
const key = 'DATABASE_URL_REPLICATION_READONLY_A'
const target = 'REPORTS_STORAGE_READ-ONLY.REPLICA_B'

/** A name line by line, as it is drawn. */
const linesOf = (name: Locator) =>
  name.evaluate((element) => {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const lines: { top: number; text: string }[] = []
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      for (const at of (node.textContent ?? '').split('').keys()) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const { top } = range.getBoundingClientRect()
        const last = lines.at(-1)
        // A mark in it is not exactly as high.
        if (last !== undefined && Math.abs(last.top - top) < 5) last.text += range.toString()
        else lines.push({ top, text: range.toString() })
      }
    }
    return lines.map(({ text }) => text)
  })

/** Holds that a name goes on in another line with a word of it, and is copied and read out as it is. */
const expectWhole = async (name: Locator, expected: string) => {
  const lines = await linesOf(name)
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.join('')).toBe(expected)
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/[_.-]$/)
  const copied = await name.evaluate((element) => {
    getSelection()?.selectAllChildren(element)
    const text = String(getSelection())
    getSelection()?.removeAllRanges()
    return text
  })
  expect(copied).toBe(expected)
  expect(await name.innerText()).toBe(expected)
}

test(
  'a key with no room in its line goes on with a word of it in the next, and is copied as it is',
  engines,
  async ({ page, testbeds }) => {
    const { server, upstream } = testbeds.live
    upstream.model.secrets = [
      makeSecret({ id: valueSecretId, key: target }),
      makeSecret({
        id: aliasId,
        key,
        variable_type: 'ALIAS',
        aliased_secret: { id: valueSecretId, key: target, scope: 'PROJECT' },
      }),
    ]
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(`${server.url}/project/${projectId}`)
    await enterToken(page)
    const link = row(page, key).getByRole('link')
    await expect(link).toHaveAccessibleName(key)
    const names = row(page, key).locator('bdi')
    await expectWhole(link.locator('bdi'), key)
    await expectWhole(names.filter({ hasText: target }), target)
    expect(await sideways(page)).toBe(0)

    await test.step('also where it is marked', async () => {
      for (const search of ['replication', 'url_', '_read', 'base_url_rep']) {
        await searchBox(page).fill(search)
        await expect(link.locator('mark')).toHaveText([search.toUpperCase()])
        await expectWhole(link.locator('bdi'), key)
      }
      await searchBox(page).fill('')
    })
    await test.step('and on its page', async () => {
      await link.click()
      await expectWhole(page.getByRole('heading', { name: key }).locator('bdi'), key)
      const card = page.getByRole('article').locator('dd bdi')
      await expectWhole(card.filter({ hasText: target }).first(), target)
    })
    await test.step('but what has one line is cut there', async () => {
      for (const name of await page.getByRole('figure').locator('bdi').all())
        expect(await linesOf(name)).toEqual([await name.textContent()])
    })
  },
)

test('a search of the browser’s own finds a key that may break', async ({ page, testbeds }) => {
  const { server, upstream } = testbeds.live
  upstream.model.secrets = [makeSecret({ id: valueSecretId, key: target })]
  await page.goto(`${server.url}/project/${projectId}`)
  await enterToken(page)
  await expect(row(page, target)).toBeVisible()
  expect(await page.evaluate(`find(${JSON.stringify(target)})`)).toBe(true)
})
