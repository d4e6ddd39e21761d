import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { aliasForm, exampleId } from '../pages/alias-form'
import { test } from '../browsers/any-engine'
import { freePort } from '../http/listen'

const root = join(import.meta.dirname, '../..')
const vite = join(root, 'node_modules/vite/bin/vite.js')

test('`npm run dev` serves the same page with the same server behind it', async ({
  browser,
  pageGuard,
}) => {
  const [port, folder] = await Promise.all([
    freePort(),
    mkdtemp(join(tmpdir(), 'alias-console-dev-')),
  ])
  const child = spawn(process.execPath, [vite, '--port', String(port), '--strictPort'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await expect(async () => {
      expect((await fetch(`http://127.0.0.1:${port}`)).status).toBe(200)
    }).toPass()
    const baseURL = `http://127.0.0.1:${port}`
    const page = await browser.newPage({ baseURL })
    pageGuard.allowOrigin(baseURL)
    pageGuard.expectConsoleMessages(/^\[vite\] connect/, /React DevTools/)
    await pageGuard.watch(page.context())
    await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=FROM_DEVELOPMENT`)
    const form = aliasForm(page)
    // Every file is made when it is first asked for: on a busy machine later than a press is waited for.
    await expect(page.getByText('Free in this project')).toBeVisible({ timeout: 60_000 })
    await form.create.click()
    await expect(form.created).toContainText('FROM_DEVELOPMENT')
    await page.close()
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
