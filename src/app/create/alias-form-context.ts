import { createContext, use, useCallback, useSyncExternalStore } from 'react'
import type { FieldError, UseFormReturn } from 'react-hook-form'
import { emptyForm, type FormValues } from './form-values'

/** The form of the page, for whatever stands in it. */
export const AliasFormContext = createContext<UseFormReturn<FormValues> | undefined>(undefined)

export const useAliasForm = (): UseFormReturn<FormValues> => {
  const form = use(AliasFormContext)
  if (form === undefined) throw new Error('useAliasForm needs an AliasFormContext')
  return form
}

type Field = keyof FormValues

/** What a field holds, re-rendered when it changes. */
export const useFormValue = <Name extends Field>(name: Name): FormValues[Name] => {
  const form = useAliasForm()
  const subscribe = useCallback(
    (callback: () => void) => form.subscribe({ name, formState: { values: true }, callback }),
    [form, name],
  )
  return useSyncExternalStore<FormValues[Name]>(
    subscribe,
    () => form.getValues(name),
    () => emptyForm[name],
  )
}

/** What is wrong with a field, re-rendered when that changes. */
export const useFormError = (name: Field): FieldError | undefined => {
  const form = useAliasForm()
  const subscribe = useCallback(
    (callback: () => void) => form.subscribe({ name, formState: { errors: true }, callback }),
    [form, name],
  )
  return useSyncExternalStore(
    subscribe,
    () => form.getFieldState(name).error,
    () => undefined,
  )
}
