import { cut } from './cut'
import { moveFocus } from './move-focus'
import { oncePainted } from './once-painted'

/**
 * Leads to the field for which nothing was sent, where its message is read out with it. Where focus is there already that
 * would say nothing, so its form says the message, once.
 */
export const focusRefused = (id: string): void => {
  const field = document.getElementById(id)
  if (field === null || field !== document.activeElement) moveFocus(field)
  else say(field)
}

const say = (field: HTMLElement) => {
  const voice = field.closest('form')?.querySelector('[data-refusal]')
  if (!voice) return
  voice.textContent = ''
  // The message is drawn by then; and what was said before would not be said again without a pause.
  oncePainted(() => {
    const message = document.getElementById(`${field.id}-message`)?.cloneNode(true)
    if (!(message instanceof Element) || field !== document.activeElement) return
    for (const folded of message.querySelectorAll('details')) folded.remove()
    voice.textContent = cut(message.textContent, 500)
    // It stands at the field, too: nobody is to come upon it twice.
    const clear = () => (voice.textContent = '')
    field.addEventListener('input', clear, { once: true })
    field.addEventListener('blur', clear, { once: true })
  })
}
