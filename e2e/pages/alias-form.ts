import type { Locator, Page } from 'playwright/test'

/** The documentation's example: a project of the sandbox, and a secret in it. */
export const exampleId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

/** The page of that project’s secrets. */
export const projectPath = `/project/${exampleId}`

/** The controls of the form by the names that people know them by. */
export const aliasForm = (page: Page) => {
  const box = (name: string) => page.getByRole('textbox', { name, exact: true })
  const picker = (name: string) => page.getByRole('combobox', { name, exact: true })
  return {
    project: picker('Project'),
    where: picker('Where'),
    secret: picker('Secret'),
    key: box('Key'),
    description: box('Description'),
    interpolation: page.getByRole('switch', { name: 'Enable interpolation in file' }),
    create: page.getByRole('button', { name: /^Creat(e|ing) alias/ }),
    preview: page.getByRole('region', { name: 'Preview' }),
    result: page.getByRole('region', { name: 'Result' }),
    created: page.getByRole('article', { name: 'Created alias' }),
    /** The same alias on its own page. */
    shown: page.getByRole('article', { name: 'Alias', exact: true }),
    target: page.getByRole('article', { name: 'Target', exact: true }),
    overridden: page.getByRole('article', { name: 'Overridden secret' }),
  }
}

/** Opens the form, fills in the example's ids and a key, and sends it. */
export const createAlias = async (page: Page, key: string, secret = exampleId) => {
  await page.goto(`/?project=${exampleId}&secret=${secret}&key=${key}`)
  const form = aliasForm(page)
  await form.create.click()
  return form
}

/** The POSTs that the page has sent since this was called. */
export const countPosts = (page: Page) => {
  const posts: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.url())
  })
  return posts
}

/** What a card says under one of its terms. */
export const fieldOf = (card: Locator, term: string) =>
  card
    .locator('dl > div')
    .filter({ has: card.page().locator('dt').getByText(term, { exact: true }) })
    .locator('dd')
