import { aliasForm } from '../alias-form'
import { openPage } from './measured-page'
import { report } from './report'
import { largeProject, test } from './sites'

const few = 20
const many = 200

test('memory over repeated searches', async ({ browser, large }) => {
  const { page, heap, close } = await openPage(browser)
  await page.goto(`${large.url}/?project=${largeProject}`)
  await page.waitForLoadState('networkidle')
  const { secret } = aliasForm(page)
  const search = async (nth: number) => {
    const text = `GENERATED_${String(nth * 37).padStart(6, '0')}`
    await secret.fill(text)
    await page.getByRole('option', { name: text }).waitFor()
    await secret.fill('')
  }
  const after: Record<number, number> = {}
  for (let nth = 1; nth <= many; nth += 1) {
    await search(nth)
    if (nth === few || nth === many) after[nth] = await heap()
  }
  await close()
  const [early = 0, late = 0] = [after[few], after[many]]
  report({
    group: 'Memory',
    what: `heap after ${many} searches in the combobox over 10,000 secrets`,
    console: `${(late / 1e6).toFixed(2)} MB`,
    against: `after ${few} ${(early / 1e6).toFixed(2)} MB`,
    ratio: late / early,
    bar: '≤ 1.05',
  })
})
