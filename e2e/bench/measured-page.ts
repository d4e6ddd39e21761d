import { expect, type Browser, type Locator } from 'playwright/test'
import { installProbe } from './probe'

/** How much slower than this machine the page's processor is made to be. */
const slowdown = 4

// As in Lighthouse's throttling by DevTools: latency in milliseconds for every request, throughput in bytes a second.
const slow4g = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1474.56 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
}

export type MeasuredPage = Awaited<ReturnType<typeof openPage>>

/** Opens an empty page with a cold cache and the probe in it. */
export const openPage = async (browser: Browser, ready = 'form') => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  // A page that does not work, or breaks its policy, is no page to measure.
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.addInitScript(installProbe, ready)
  const session = await context.newCDPSession(page)
  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: 'tellReady' })
  const throttle = (rate: number) => session.send('Emulation.setCPUThrottlingRate', { rate })
  return {
    page,
    /**
     * Opens an address, and waits until its script has taken over. It runs nothing in the page: the driver's own code would
     * take longer than the page's, and come before its first paint.
     */
    load: async (url: string) => {
      const told = new Promise((resolve) => {
        session.once('Runtime.bindingCalled', resolve)
      })
      await page.goto(url, { waitUntil: 'commit' })
      await told
      await page.waitForLoadState('networkidle')
    },
    /** Finds where an element is, and gives what presses there: a locator's own press looks at the page once more. */
    presser: async (element: Locator) => {
      const box = await element.boundingBox()
      if (box === null) throw new Error('not in sight')
      return () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    },
    /** From here on everything is loaded over Slow 4G. */
    slowNetwork: async () => {
      await session.send('Network.enable')
      await session.send('Network.emulateNetworkConditions', slow4g)
    },
    slowProcessor: () => throttle(slowdown),
    /**
     * Does something at a quarter of the speed, in the foreground. Only then: a page that is slowed down keeps a core busy
     * all the time, which would be taken from the page it is compared with.
     */
    slowly: async <Result>(act: () => Promise<Result>): Promise<Result> => {
      await page.bringToFront()
      await throttle(slowdown)
      await page.waitForTimeout(150)
      const result = await act()
      await throttle(1)
      return result
    },
    /** Bytes of the heap that are in use once everything unused is gone. */
    heap: async () => {
      await session.send('HeapProfiler.collectGarbage')
      await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Runtime.getHeapUsage')).usedSize
    },
    close: async () => {
      await context.close()
      expect(complaints).toEqual([])
    },
  }
}
