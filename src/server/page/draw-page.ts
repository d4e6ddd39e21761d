/** What makes a served page of the one that Vite built. Runs in the build; strings in, strings out. */

/**
 * Puts the page's styles into it, so that its first paint waits for no second answer.
 * @throws where the page has no end of its head, or the styles would end their element.
 */
export const inlineStyles = (html: string, css: string): string => {
  if (!html.includes('</head>')) throw new Error('The page has no place for styles.')
  if (/<\/style/i.test(css)) throw new Error('The styles would end their element.')
  return html.replace('</head>', () => `  <style>${css}</style>\n  </head>`)
}

/**
 * Puts drawn markup into the page. React writes a page's title before everything else: it goes where titles belong. The
 * page's scripts lose their precedence: it is painted without them.
 * @throws where the markup has no title, or the page no place for it or for the rest.
 */
export const insertDrawn = (html: string, drawn: string): string => {
  const title = /<title>[^<]*<\/title>/
  const [found] = title.exec(drawn) ?? []
  if (found === undefined) throw new Error('The drawn page has no title.')
  const root = '<div id="root"></div>'
  if (!html.includes(root) || !title.test(html)) throw new Error('The page has no place for it.')
  // Painted whole: what a browser paints of half a page moves when the other half is parsed. An element counts as soon as
  // it begins, so it is one after the form.
  const whole = '<link rel="expect" href="#end" blocking="render" />'
  const end = '<template id="end"></template>'
  return html
    .replace('</head>', `  ${whole}\n  </head>`)
    .replace(title, () => found)
    .replace(root, () => `<div id="root">${drawn.replace(title, '')}</div>${end}`)
    .replaceAll(
      /<(?:script|link)(?= (?:type="module"|rel="modulepreload"))/g,
      '$& fetchpriority="low"',
    )
}
