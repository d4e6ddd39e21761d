import { aliasForm } from '../pages/alias-form'
import { openPage } from './measured-page'
import { report } from './report'
import { largeProject, test } from './sites'

// The first two hundred make the browser compile what they run, again and faster: that is most of what they add.
const [few, warm, many] = [20, 200, 400]

test('memory over repeated searches', async ({ browser, large }) => {
  const { page, heap, close } = await openPage(browser)
  await page.goto(`${large.url}/?project=${largeProject}`)
  await page.waitForLoadState('networkidle')
  const { secret } = aliasForm(page)
  const search = async (nth: number) => {
    const text = `GENERATED_${String((nth * 37) % 10_000).padStart(6, '0')}`
    await secret.fill(text)
    await page.getByRole('option', { name: text }).waitFor()
    await secret.fill('')
  }
  const after: Record<number, number> = {}
  for (let nth = 1; nth <= many; nth += 1) {
    await search(nth)
    if (nth === few || nth === warm || nth === many) after[nth] = await heap()
  }
  await close()
  const [early = 0, before = 0, late = 0] = [few, warm, many].map((nth) => after[nth])
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`
  report({
    group: 'Memory',
    what: `heap after ${many} searches in the combobox over 10,000 secrets`,
    console: megabytes(late),
    against: `after ${warm} ${megabytes(before)}, after ${few} ${megabytes(early)}`,
    ratio: late / before,
    bar: '≤ 1.05',
  })
})
