import { expect, test, type BrowserContext } from 'playwright/test'
import { eachRow } from './rows'
import { expectNoAxeViolations } from '../pages/axe'
import { createPageGuard } from '../browsers/page-guard'

const origin = 'http://console.test'
const policy = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

const documents = new Map([
  ['/sound', '<button>Create</button>'],
  ['/unlabelled', '<button></button>'],
  ['/styled', '<p style="color: red">Red</p>'],
  ['/', ''],
  ['/foreign', '<a href="http://elsewhere.test/">Away</a>'],
])

const guardContext = async (context: BrowserContext) => {
  const guard = createPageGuard()
  guard.allowOrigin(origin)
  await guard.watch(context)
  return guard
}

test.beforeEach(async ({ context }) => {
  await context.route('**', (route) => {
    const content = documents.get(new URL(route.request().url()).pathname)
    const body = `<!doctype html><html lang="en"><title>Page</title><main><h1>Page</h1>${content}</main>`
    return route.fulfill({
      status: content === undefined ? 404 : 200,
      headers: { 'content-type': 'text/html', 'content-security-policy': policy },
      body,
    })
  })
})

test('a sound page under the strict policy is clean, axe included', async ({ context, page }) => {
  const guard = await guardContext(context)
  await page.goto(`${origin}/sound`)
  await expectNoAxeViolations(page)
  guard.expectClean()
})

test('axe finds a button without a name', async ({ page }) => {
  await page.goto(`${origin}/unlabelled`)
  await expect(expectNoAxeViolations(page)).rejects.toThrow('button-name')
})

test('a violation of the policy cannot be declared away', async ({ context, page }) => {
  const guard = await guardContext(context)
  guard.expectConsoleMessages(/./)
  await page.goto(`${origin}/styled`)
  expect(guard.expectClean).toThrow('Content-Security-Policy violated: style-src-attr')
})

test('a request to another host fails', async ({ context, page }) => {
  const guard = await guardContext(context)
  await page.goto(`${origin}/foreign`)
  await page.getByRole('link').click()
  await page.waitForURL('http://elsewhere.test/')
  expect(guard.expectClean).toThrow('Request to another host: http://elsewhere.test/')
})

test('an exception in a page fails', async ({ context, page }) => {
  const guard = await guardContext(context)
  await page.goto(`${origin}/sound`)
  const thrown = context.waitForEvent('weberror')
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('lost')
    })
  })
  await thrown
  expect(guard.expectClean).toThrow('Error: lost')
})

test('a page that says anything in the console fails', async ({ context, page }) => {
  const guard = await guardContext(context)
  await page.goto(`${origin}/sound`)
  await eachRow(
    ['debug', 'log', 'info', 'warn', 'error'] as const,
    (kind) => kind,
    async (kind) => {
      const said = context.waitForEvent('console')
      // oxlint-disable-next-line no-console -- it is what the test is about
      await page.evaluate((method) => console[method](`said by ${method}`), kind)
      await said
      expect(guard.expectClean).toThrow(`said by ${kind}`)
    },
  )
})

test('an error in the console fails unless declared, and a declared one must come', async ({
  context,
  page,
}) => {
  const guard = await guardContext(context)
  await page.goto(`${origin}/absent`)
  expect(guard.expectClean).toThrow('status of 404')
  guard.expectConsoleMessages(/status of 404/)
  guard.expectClean()
  guard.expectConsoleMessages(/status of 409/)
  expect(guard.expectClean).toThrow('/status of 409/')
})
