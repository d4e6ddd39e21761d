import { expect } from 'playwright/test'
import { exampleId, projectPath } from '../pages/alias-form'
import { typedToken } from '../servers/live-console'
import { projectId, valueSecretId } from '../servers/upstream/model'
import { unauthorized } from '../servers/upstream/refusals'
import { test } from '../pages/webkit'

// What the whole suite shows in Chromium, once through in the engine of Safari, in few steps: one browser serves all.
test.describe.configure({ mode: 'default' })

const example = `/?project=${exampleId}&secret=${exampleId}`

test('WebKit: what the page’s policy refuses is reported to these tests', async ({
  webkit,
  front,
}) => {
  await webkit.open(`${front.url}/`)
  expect(front.violations).toEqual([])
  await webkit.run(`document.body.setAttribute('style', 'color: red')`)
  await expect.poll(() => front.violations.splice(0).join('\n')).toContain('style-src')
})

test('WebKit: by keyboard alone an alias is created once, shown, and taken back', async ({
  webkit,
  front,
}) => {
  await webkit.openForm(`${front.url}/`)
  await webkit.tabTo('field', 'Project')
  await webkit.type(exampleId)
  await webkit.tabTo('field', 'Secret')
  await webkit.type(exampleId)
  await webkit.tabTo('field', 'Key')
  await webkit.type('BY_KEYBOARD')
  await webkit.tabTo('field', 'Description')
  await webkit.type('two\nlines')
  await webkit.tabTo('button', 'Create alias')
  await webkit.press('Enter')
  await webkit.focuses('BY_KEYBOARD created')
  await webkit.sees('two\nlines')
  expect(front.posts).toHaveLength(1)
  await webkit.tabTo('button', 'Undo')
  await webkit.press('Enter')
  await webkit.sees('BY_KEYBOARD was deleted')
  expect(await webkit.value('Key')).toBe('BY_KEYBOARD')
})

test('WebKit: the box of a description grows with it, or can be dragged', async ({
  webkit,
  front,
}) => {
  await webkit.openForm(`${front.url}${example}`)
  const box = `document.getElementById('description')`
  const height = () => webkit.run(`return ${box}.offsetHeight`)
  const before = Number(await height())
  await webkit.fill('Description', 'one\ntwo\nthree\nfour\nfive')
  const grown = Number(await height()) - before
  const drag = await webkit.run(`return getComputedStyle(${box}).resize`)
  expect(grown > 40 ? 'grown' : drag).toMatch(/^(?:grown|vertical)$/)
})

test('WebKit: a project is searched, and its secrets edited, re-pointed and deleted from their menus', async ({
  webkit,
  front,
}) => {
  await webkit.open(front.url + projectPath)
  await webkit.sees('11 secrets · 4 aliases')
  await webkit.fill('Search', 'card network')
  await webkit.sees('1 of 15 match')
  await webkit.press('Escape')
  await webkit.sees('11 secrets · 4 aliases')

  await webkit.click('button', 'Actions for TLS_BUNDLE')
  await webkit.click('item', 'Edit')
  await webkit.fill('Key', 'TLS_CHAIN')
  await webkit.click('button', 'Save')
  await webkit.sees('TLS_CHAIN was saved')
  await webkit.focuses('TLS_CHAIN')

  await webkit.click('button', 'Actions for PGPASSWORD')
  await webkit.click('item', 'Re-point')
  await webkit.fill('New target', 'TLS_CHAIN')
  await webkit.click('button', 'Re-point')
  await webkit.sees('PGPASSWORD points at TLS_CHAIN now')

  await webkit.click('button', 'Actions for PGPASSWORD')
  await webkit.click('item', 'Delete')
  await webkit.click('button', 'Delete')
  await webkit.sees('PGPASSWORD was deleted')
  await webkit.sees('11 secrets · 3 aliases')
})

test('WebKit: a job that a reload cut off goes on, and makes each alias once', async ({
  webkit,
  front,
  consoleServer,
  request,
}) => {
  const keys = Array.from({ length: 30 }, (_, index) => `BULK_${index}`)
  await webkit.open(`${front.url}${projectPath}/bulk`)
  await webkit.fill('Aliases', keys.map((key) => `${key}=TLS_BUNDLE`).join('\n'))
  await webkit.click('button', 'Make plan')
  const release = front.holdAnswers(10)
  await webkit.click('button', 'Create 30 aliases')
  // A job has four calls under way at most: all of them have arrived, and nobody hears what became of them.
  await expect.poll(() => front.posts.length).toBe(14)
  await webkit.reload()
  release()
  await webkit.sees('30 created')
  const list = await request.get(`${consoleServer.url}/api${projectPath}/secret`, {
    headers: { authorization: 'Token qov_sandbox' },
  })
  const { results }: { results: { key: string }[] } = await list.json()
  const made = results.map(({ key }) => key).filter((key) => key.startsWith('BULK_'))
  expect(made.toSorted()).toEqual(keys.toSorted())
})

test('WebKit: what was refused is said, and what was lost on the way is settled by the list', async ({
  webkit,
  front,
}) => {
  await webkit.openForm(`${front.url}${example}&description=kept`)
  const create = async (key: string) => {
    await webkit.fill('Key', key)
    await webkit.press('Enter')
  }
  await create('SANDBOX_409')
  await webkit.sees('SANDBOX_409 exists already')
  await create('SANDBOX_403')
  await webkit.sees('SANDBOX_403 was not created')
  expect(await webkit.value('Description')).toBe('kept')
  for (const key of ['SANDBOX_CUT', 'SANDBOX_GARBAGE']) {
    await create(key)
    await webkit.sees(`${key} created`)
    // The emptied field was left by nobody.
    expect(await webkit.text()).not.toContain('A key is needed')
  }
})

test('WebKit: “created” outlives a reload in the middle of the request', async ({
  webkit,
  front,
}) => {
  await webkit.openForm(`${front.url}${example}&key=CUT_OFF`)
  const release = front.holdAnswers()
  await webkit.click('button', 'Create alias')
  await expect.poll(() => front.posts.length).toBe(1)
  await webkit.reload()
  release()
  await webkit.sees('CUT_OFF created')
  expect(front.posts).toHaveLength(1)
})

test('WebKit: without the code that creates nothing is sent, and once it can be had the page creates', async ({
  webkit,
  front,
}) => {
  front.lose(/form-runtime/)
  await webkit.openForm(`${front.url}${example}&key=LOST_CODE`)
  await webkit.click('button', 'Create alias')
  await webkit.sees('Nothing was sent')
  expect(front.posts).toEqual([])
  front.lose()
  // WebKit itself asks again for what was cut off, or keeps that for as long as the page lives.
  await expect(async () => {
    if ((await webkit.text()).includes('reload the page')) await webkit.openForm()
    expect(await webkit.text()).not.toContain('A part of this page is missing')
  }).toPass({ timeout: 20_000 })
  await webkit.click('button', 'Create alias')
  await webkit.sees('LOST_CODE created')
  expect(front.posts).toHaveLength(1)
})

test('WebKit: a token is judged, refused, used, and forgotten by a reload, which keeps the draft', async ({
  webkit,
  liveFront,
  upstream,
}) => {
  const place = `project=${projectId}&secret=${valueSecretId}`
  await webkit.openForm(`${liveFront.url}/?${place}&key=WITH_A_TOKEN`)
  const use = async (token: string) => {
    await webkit.fill('API token', token)
    await webkit.click('button', 'Use this token')
  }
  await use('two words')
  await webkit.sees('no spaces')
  expect(upstream.requests).toHaveLength(0)
  upstream.fault({ operation: 'listOrganizations', answer: unauthorized })
  await use(typedToken)
  await webkit.sees('did not accept this token')
  await use(typedToken)
  await webkit.sees('Upstream Works')
  const readStorage = 'return JSON.stringify([localStorage, sessionStorage, document.cookie])'
  expect(await webkit.run(readStorage)).not.toContain(typedToken)
  await webkit.openForm()
  expect(await webkit.value('API token')).toBe('')
  expect(await webkit.value('Key')).toBe('WITH_A_TOKEN')
})
