/**
 * Code that is drawn once it could be had: asked for again every 2 s. React keeps a failure for good, and with it the
 * whole page would be lost where only a part of it is late.
 */
export const untilLoaded = async <Code>(load: () => Promise<Code>): Promise<Code> => {
  for (;;) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => {
        setTimeout(resolve, 2000)
      })
    }
  }
}
