import type { ComponentProps, KeyboardEvent } from 'react'

interface FormProps extends Omit<ComponentProps<'form'>, 'noValidate' | 'onKeyDown' | 'onSubmit'> {
  onSubmit: () => void
}

/** A form that is sent by its button, by Enter in a line of text, and by Ctrl or ⌘ with Enter in any of its fields. */
export const Form = ({ onSubmit, children, ...rest }: FormProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys that are pressed in its fields
  <form
    {...rest}
    noValidate
    onKeyDown={sendByKeyboard}
    onSubmit={(event) => {
      event.preventDefault()
      onSubmit()
    }}
  >
    {children}
    {/* Filled by `focusRefused`: it has to be there before. */}
    <p data-refusal aria-live="assertive" className="sr-only" />
  </form>
)

const sendByKeyboard = (event: KeyboardEvent<HTMLFormElement>) => {
  const { target, currentTarget, repeat } = event
  // On a button, which may be the one that cancels, the key is that button's.
  const isField = target instanceof Element && target.matches('input, textarea, select')
  if (!isSending(event) || !isField) return
  event.preventDefault()
  // A key that is held sends once.
  if (!repeat) currentTarget.requestSubmit()
}

/** Whether a key sends the form that it is pressed in, whatever else Enter does there. */
export const isSending = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === 'Enter' && (ctrlKey || metaKey)
