import type { Page } from 'playwright/test'

/** Notes what moves by itself in every page that is opened from now on; returns what has moved in the present one. */
export const watchShifts = async (page: Page) => {
  await page.addInitScript(() => {
    const moved: string[] = []
    Reflect.set(window, 'moved', moved)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (Reflect.get(entry, 'hadRecentInput') === true) continue
        const sources: { node?: Node }[] = Reflect.get(entry, 'sources')
        const what = sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? 'something gone')
        moved.push(`${what.join(', ')} by ${Reflect.get(entry, 'value')}`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () =>
    page.evaluate(
      () =>
        // Noted by the frame after the one that moved.
        new Promise<string[]>((resolve) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() => resolve(Reflect.get(window, 'moved'))),
          ),
        ),
    )
}
