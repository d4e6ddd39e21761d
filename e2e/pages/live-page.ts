import type { Page } from 'playwright/test'
import { aliasForm } from './alias-form'
import { typedToken } from '../servers/live-console'
import { projectId, valueSecretId } from '../servers/upstream/model'

/** Types the token into the panel of a live page, and waits until it was accepted. */
export const enterToken = async (page: Page, token = typedToken) => {
  await page.getByLabel('API token').fill(token)
  await page.getByRole('button', { name: 'Use this token' }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
}

/** Opens a live page with the form filled in, and a token accepted. */
export const openLiveForm = async (page: Page, origin: string, key = 'FAULT_KEY') => {
  await page.goto(
    `${origin}/?project=${projectId}&secret=${valueSecretId}&key=${key}&description=kept`,
  )
  await enterToken(page)
  const form = aliasForm(page)
  await form.preview.getByText('DB_MASTER_PASSWORD').waitFor()
  return form
}
