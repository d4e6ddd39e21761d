import { combobox } from './combobox'
import { find } from './find'
import { showResult } from './show-result'

// The limit: what the same form takes where nothing stands between it and the browser.

const form = find('form', HTMLFormElement)
const description = find('#description', HTMLTextAreaElement)
const result = find('section', HTMLElement)

const value = (field: string) => find(`#${field}`, HTMLInputElement).value.trim()

description.addEventListener('input', () => {
  const counter = description.nextElementSibling
  if (counter !== null) counter.textContent = `${description.value.length}/255`
})

const key = find('#key', HTMLInputElement)
key.addEventListener('input', () => {
  const hint = key.nextElementSibling
  const sound = key.value === '' || /^[A-Za-z_][A-Za-z0-9_]*$/.test(key.value)
  if (hint !== null) hint.textContent = sound ? '' : 'Letters, digits and underscores only.'
})

form.addEventListener('input', () => {
  result.hidden = true
})

const send = async () => {
  const path = `/api/project/${value('project')}/secret/${value('secret')}/alias`
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      key: value('key'),
      description: description.value,
      enable_interpolation_in_file: find('#interpolation', HTMLInputElement).checked,
    }),
  })
  showResult(result, await answer.json())
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  void send()
})

combobox(
  find('#secret', HTMLInputElement),
  find('#choices', HTMLUListElement),
  Array.from({ length: 500 }, (_, index) => `GENERATED_${String(index).padStart(6, '0')}_TOKEN`),
)

form.dataset['ready'] = ''
