import { useLayoutEffect, type RefObject } from 'react'
import { isFocusMoved, moveFocus } from '../ui/move-focus'
import { useAliasForm, useFormError, useFormValue } from './alias-form-context'

/** A field that holds a text, and the box that takes focus for it. The form never reads the box: it is told. */
export const useFormField = (
  name: 'project' | 'secret' | 'key' | 'description',
  box: RefObject<HTMLElement | null>,
) => {
  const { register, getValues } = useAliasForm()
  const { onChange, onBlur } = register(name)
  useLayoutEffect(() => {
    register(name).ref({ name, focus: () => moveFocus(box.current) })
  }, [register, name, box])
  return {
    value: useFormValue(name),
    error: useFormError(name),
    change: (value: string) => {
      void onChange({ type: 'change', target: { name, value } })
    },
    leave: () => {
      // Nobody left it, so nobody is done with it.
      if (isFocusMoved()) return
      // Left for the button that is being pressed: to be sent judges every field, and once is enough.
      if (box.current?.closest('form')?.querySelector('[type=submit]:active')) return
      void onBlur({ type: 'blur', target: { name, value: getValues(name) } })
    },
  }
}
