import type { Browser, Page } from 'playwright/test'
import { openPage, type MeasuredPage } from './measured-page'
import { report } from './report'
import { median } from './statistics'

const runs = 5
const times = 6

interface Side {
  url: string
  prepare?: (page: Page) => Promise<void>
  /** Does the thing once, and gives how many milliseconds it took. */
  act: (measured: MeasuredPage, nth: number) => Promise<number>
}

interface Told {
  what: string
  /** Names the second side. */
  against: string
  bar?: string
}

/**
 * Does the same on the console and on what it is measured against, in turn, on fresh pages for each run. The first time on a
 * page is a line of its own: code that ran before is faster.
 */
export const sideBySide = async (browser: Browser, sides: readonly [Side, Side], told: Told) => {
  const { what, against, ...rest } = told
  const first: [number[], number[]] = [[], []]
  const again: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run += 1) {
    const pages = [await open(browser, sides[0]), await open(browser, sides[1])] as const
    for (let nth = 0; nth < times; nth += 1) {
      for (const side of (run + nth) % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const taken = nth === 0 ? first : again
        taken[side].push(await sides[side].act(pages[side], nth))
      }
    }
    for (const { close } of pages) await close()
  }
  for (const [name, [own, limit]] of [
    ['first time', first],
    ['again', again],
  ] as const) {
    const [ours, theirs] = [median(own), median(limit)]
    report({
      group: 'Actions, 4 × slower processor',
      what: `${what}, ${name}`,
      console: `${ours.toFixed(0)} ms`,
      against: `${against} ${theirs.toFixed(0)} ms`,
      ratio: ours / theirs,
      ...rest,
    })
  }
}

const open = async (browser: Browser, { url, prepare }: Side) => {
  const measured = await openPage(browser)
  await measured.page.goto(url)
  await measured.page.waitForLoadState('networkidle')
  await prepare?.(measured.page)
  return measured
}
