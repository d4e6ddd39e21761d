import type { Locator, Page } from 'playwright/test'

interface Dragged {
  text?: string
  link?: string
  /** Paths of files. */
  files?: string[]
}

/** Drags something from outside of the browser over the middle of an element and drops it there, as the system does. */
export const dropOn = async (page: Page, target: Locator, { text, link, files }: Dragged) => {
  await target.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await target.boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  }
  const session = await page.context().newCDPSession(page)
  const items = [
    ...(text === undefined ? [] : [{ mimeType: 'text/plain', data: text }]),
    ...(link === undefined ? [] : [{ mimeType: 'text/uri-list', data: link }]),
  ]
  const data = { items, dragOperationsMask: 1, ...(files === undefined ? {} : { files }) }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: x + width / 2,
      y: y + height / 2,
      data,
    })
  }
  await session.detach()
}
