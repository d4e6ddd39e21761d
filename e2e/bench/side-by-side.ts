import type { Browser, Page } from 'playwright/test'
import { openPage, type MeasuredPage } from './measured-page'
import { report } from './report'
import { median, percentile95 } from './statistics'

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
  /** For the first time on a page, for each further one in the median, and for the slow ones among those. */
  bars?: { first?: string; again?: string; slow?: string }
}

/**
 * Does the same on the console and on what it is measured against, in turn, on fresh pages for each run. The first time on a
 * page is a line of its own: code that ran before is faster.
 */
export const sideBySide = async (browser: Browser, sides: readonly [Side, Side], told: Told) => {
  const { what, against, bars = {} } = told
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
  for (const [name, [own, limit], figure, bar] of [
    ['first time', first, median, bars.first],
    ['again', again, median, bars.again],
    ['again, 95th percentile', again, percentile95, bars.slow],
  ] as const) {
    const [ours, theirs] = [figure(own), figure(limit)]
    report({
      group: 'Actions, 4 × slower processor',
      what: `${what}, ${name}`,
      console: `${ours.toFixed(0)} ms`,
      against: `${against} ${theirs.toFixed(0)} ms`,
      ratio: ours / theirs,
      ...(bar === undefined ? {} : { bar }),
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
