import { expect } from 'playwright/test'
import { aliasForm, countPosts, exampleId } from '../pages/alias-form'
import { firefoxToo } from '../browsers/any-engine'
import { test } from '../servers/console'
import { startDyingConnections } from '../servers/dying-connections'

test(
  'a POST that the browser sends twice by itself makes one alias and is told as created',
  firefoxToo,
  async ({ page, consoleServer, pageGuard }) => {
    const between = await startDyingConnections(Number(new URL(consoleServer.url).port))
    pageGuard.allowOrigin(between.url)
    pageGuard.allowFailedLoads()
    await page.goto(`${between.url}/?project=${exampleId}&secret=${exampleId}&key=SENT_TWICE`)
    const form = aliasForm(page)
    await expect(page.getByText('Free in this project')).toBeVisible()
    const pressed = countPosts(page)
    await form.create.click()
    await expect(form.result.getByRole('heading', { level: 2 })).toHaveText('SENT_TWICE created')
    expect(pressed, 'POSTs that the page made').toHaveLength(1)
    expect(between.posts, 'POSTs that the browser sent').toBe(2)
    const list = await page.request.get(`${consoleServer.url}/api/project/${exampleId}/secret`, {
      headers: { authorization: 'Token qov_sandbox' },
    })
    const { results } = await list.json()
    expect(results.filter(({ key }: { key: string }) => key === 'SENT_TWICE')).toHaveLength(1)
    between.close()
  },
)
