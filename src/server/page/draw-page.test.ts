import { expect, test } from 'vitest'
import { inlineStyles, insertDrawn } from './draw-page'

const page = [
  '<head>',
  '  <title>Old</title>',
  '</head>',
  '<body><div id="root"></div></body>',
].join('\n')

test('the styles stand in the head, to the letter', () => {
  expect(inlineStyles(page, "a{content:'$&'}")).toContain(
    "<style>a{content:'$&'}</style>\n  </head>",
  )
})

test('a page without a head, and styles that would end their element, are errors', () => {
  expect(() => inlineStyles('<body></body>', '')).toThrow('place')
  expect(() => inlineStyles(page, '</style>')).toThrow('end')
})

test('drawn markup fills the root, and its title the head', () => {
  const html = insertDrawn(page, '<title>Form · A</title><main>drawn $&</main>')
  expect(html).toContain('<title>Form · A</title>\n')
  expect(html).toContain('<div id="root"><main>drawn $&</main></div>')
  expect(html.match(/<title>/g)).toHaveLength(1)
})

test('a page that is drawn already is painted whole, and its scripts come after it', () => {
  const scripts = [
    '<script type="module" src="/a.js"></script>',
    '<link rel="modulepreload" href="/b.js" />',
  ]
  const html = insertDrawn(
    page.replace('</head>', `${scripts.join('')}</head>`),
    '<title>A</title>',
  )
  expect(html).toContain('<script fetchpriority="low" type="module" src="/a.js">')
  expect(html).toContain('<link fetchpriority="low" rel="modulepreload" href="/b.js" />')
  expect(html).toContain('<link rel="expect" href="#end" blocking="render" />')
  expect(html).toContain('</div><template id="end"></template>')
})

test('markup without a title, and a page without a place, are errors', () => {
  expect(() => insertDrawn(page, '<main></main>')).toThrow('title')
  expect(() => insertDrawn('<title></title>', '<title>A</title>')).toThrow('place')
})
