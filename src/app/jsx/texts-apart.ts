import { Fragment, jsx } from 'react/jsx-runtime'

// A browser that translates a page puts elements of its own in the place of its texts. React does not know: a text that
// stands beside others could no longer be changed, and to remove it, or to insert something before it, would throw. What
// is the only text of its element is safe, since React then sets that element's whole content. So every text that stands
// beside something else gets an element of its own.

export type Props = Readonly<Record<string, unknown>>
/** An element's type: its name, Fragment or a component. */
type Type = Parameters<typeof jsx>[0] | typeof Fragment

/** Elements that hold nothing but text. */
const holdTextOnly = new Set<unknown>(['option', 'style', 'textarea', 'title'])

/** The same properties of an element, but that each text among several children has an element of its own. */
export const textsApart = (type: Type, props: Props): Props => {
  const { children } = props
  if (type === Fragment && isText(children)) return { ...props, children: [inSpan(children, 0)] }
  if (!Array.isArray(children)) return props
  if (children.every((child) => isText(child) || isNothing(child)))
    return { ...props, children: type === Fragment ? apart(children) : written(children) }
  return holdTextOnly.has(type) ? props : { ...props, children: apart(children) }
}

const isText = (child: unknown) =>
  (typeof child === 'string' && child !== '') || typeof child === 'number'
const isNothing = (child: unknown) =>
  child === null || child === undefined || child === '' || typeof child === 'boolean'
const written = (children: readonly unknown[]) => children.filter(isText).join('')
const inSpan = (text: unknown, index: number) => jsx('span', { children: text }, `text ${index}`)

/** Texts that follow each other share an element: in a flexible box they are one item. */
const apart = (children: readonly unknown[]): readonly unknown[] => {
  const all: unknown[] = children.map((child) => (Array.isArray(child) ? apart(child) : child))
  let end = all.length
  for (let index = all.length - 1; index >= -1; index -= 1) {
    const child = all[index]
    if (index >= 0 && (isText(child) || isNothing(child))) continue
    const texts = all.slice(index + 1, end)
    const first = texts.findIndex(isText)
    if (first >= 0) {
      const started = index + 1 + first
      all.fill(null, started, end)
      all[started] = inSpan(written(texts), started)
    }
    end = index
  }
  return all
}
