import { expect, type Page } from 'playwright/test'
import { makeFont, type FontShape } from '../browsers/made-font'

const usual = { ascent: 800, descent: 200, lineGap: 0, xHeight: 500 }
const sans = { advance: 520 }
const bold = { advance: 560, bold: true }
const mono = { advance: 600 }

// The fonts of two machines: each as wide as on the other, and of quite another height.
const fonts: FontShape[] = [
  { family: 'Even Sans', ...usual, ...sans },
  { family: 'Even Sans', ...usual, ...bold },
  { family: 'Even Mono', ...usual, ...mono },
  { family: 'Odd Sans', ...sans, ascent: 950, descent: 300, lineGap: 100, xHeight: 560 },
  { family: 'Odd Sans', ...bold, ascent: 1100, descent: 250, lineGap: 0, xHeight: 580 },
  { family: 'Odd Mono', ...mono, ascent: 700, descent: 450, lineGap: 200, xHeight: 420 },
]

const faces = fonts.map((shape) => ({
  family: shape.family,
  weight: shape.bold === true ? '600' : '400',
  base64: Buffer.from(makeFont(shape)).toString('base64'),
}))

/**
 * Fails where the size or the place of anything but a run of text follows from how high a font is: on another machine, or
 * with a letter of another font, it would be elsewhere.
 */
export const expectSameBoxesInAnyFont = async (page: Page) => {
  expect(await page.evaluate(differences, faces), 'boxes that depend on fonts').toEqual([])
}

/** Runs in the page, and measures all at once, so that nothing else moves meanwhile. */
const differences = async (added: typeof faces): Promise<string[]> => {
  const { body, documentElement: root, fonts: known } = document
  if (![...known].some(({ family }) => family.includes('Odd Sans'))) {
    const loading = added.map(({ family, weight, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      return new FontFace(family, bytes, { weight }).load()
    })
    for (const face of await Promise.all(loading)) known.add(face)
  }

  const elements = [...body.querySelectorAll('*:not(svg *)')].filter((element) => {
    const { width, height } = element.getBoundingClientRect()
    const isReadOutOnly = width <= 1 && height <= 1
    const isInLine = /^(inline|contents)$/.test(getComputedStyle(element).display)
    return element.checkVisibility() && !isReadOutOnly && !isInLine
  })
  const measure = (machine: string) => {
    root.style.setProperty('--font-sans', `'${machine} Sans'`)
    root.style.setProperty('--font-mono', `'${machine} Mono'`)
    return new Map(
      elements.map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        const from = element.parentElement?.getBoundingClientRect()
        return [element, [x - (from?.x ?? 0), y - (from?.y ?? 0), width, height].join(' ')]
      }),
    )
  }
  // What is in sight is kept there by its text, which is elsewhere in its line.
  root.style.setProperty('overflow-anchor', 'none')
  const even = measure('Even')
  const odd = measure('Odd')
  for (const name of ['overflow-anchor', '--font-sans', '--font-mono']) {
    root.style.removeProperty(name)
  }

  const depends = (element: Element) => even.get(element) !== odd.get(element)
  const named = (element: Element) =>
    `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${element.textContent.slice(0, 60)}`
  const moved = elements
    .filter((element) => depends(element) && ![...element.children].some(depends))
    .map((element) => `${named(element)}: ${even.get(element)}, ${odd.get(element)}`)
  const squeezed = elements
    .filter((element) => {
      const { lineHeight, fontSize } = getComputedStyle(element)
      const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE)
      return hasText && parseFloat(lineHeight) < parseFloat(fontSize)
    })
    .map((element) => `${named(element)}: its lines lie on each other`)
  return [...moved, ...squeezed]
}
