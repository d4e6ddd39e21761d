/**
 * Code that is drawn once it could be had: asked for again after 1 s, 2 s, and at most every 30 s. React keeps a failure for
 * good, and with it the whole page would be lost where only a part of it is late.
 */
export const untilLoaded = async <Code>(load: () => Promise<Code>): Promise<Code> => {
  for (let wait = 1000; ; wait = Math.min(2 * wait, 30_000)) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => {
        setTimeout(resolve, wait)
      })
    }
  }
}
