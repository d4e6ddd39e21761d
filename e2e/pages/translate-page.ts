import type { Page } from 'playwright/test'

/**
 * Does to every page what a browser that translates does: each text, whenever it comes, gives way to a copy in an element
 * that nobody else knows. The words stay the same. What is marked as not to be translated is left alone.
 */
export const translatePages = (page: Page) =>
  page.addInitScript(() => {
    const leftAlone = 'font, script, style, noscript, textarea, option, svg'
    const translate = (text: Text) => {
      const parent = text.parentElement
      if (parent === null || text.data.trim() === '' || parent.closest(leftAlone) !== null) return
      if (parent.closest('[translate]')?.getAttribute('translate') === 'no') return
      const font = document.createElement('font')
      font.append(document.createElement('font'))
      font.firstElementChild?.append(text.data)
      text.replaceWith(font)
    }
    const translateAll = (node: Node) => {
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
      const texts: Text[] = node instanceof Text ? [node] : []
      while (walker.nextNode() !== null)
        if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
      for (const text of texts) translate(text)
    }
    const begin = () => {
      // A translator asks what language a page is in first: what was prerendered has been hydrated by then.
      const drawn = [...document.querySelectorAll('#root *')]
      const isHydrated = drawn.every((element) => Object.keys(element).length > 0)
      if (drawn.length === 0 || !isHydrated) return requestAnimationFrame(begin)
      translateAll(document.body)
      new MutationObserver((changes) => {
        for (const { target, type, addedNodes } of changes) {
          if (type === 'characterData') translateAll(target)
          for (const added of addedNodes) translateAll(added)
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true })
      return undefined
    }
    addEventListener('load', begin)
  })
