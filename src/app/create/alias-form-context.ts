import { createContext, use, useCallback, useSyncExternalStore } from 'react'
import type { FieldError, UseFormReturn } from 'react-hook-form'
import { emptyForm, type FormValues } from './form-values'

/**
 * The form of the page, for whatever stands in it. Not the library's own provider: its value changes as soon as the form is
 * ready, which would have the prerendered preview drawn again before its code is there.
 */
export const AliasFormContext = createContext<UseFormReturn<FormValues> | undefined>(undefined)

export const useAliasForm = (): UseFormReturn<FormValues> => {
  const form = use(AliasFormContext)
  if (form === undefined) throw new Error('useAliasForm needs an AliasFormContext')
  return form
}

/**
 * What a field holds, re-rendered when it changes. Not the library's own hook: of a part whose code comes late, it misses
 * what is typed between that part's first drawing and its commit, and then shows an old value until the next letter.
 */
export const useFormValue = <Name extends keyof FormValues>(name: Name): FormValues[Name] =>
  useComputedValue(name, itself)

/** The same, re-rendered only when what is computed of it changes: a text, a number or a switch. */
export const useComputedValue = <Name extends keyof FormValues, Result>(
  name: Name,
  compute: (value: FormValues[Name]) => Result,
): Result => {
  const form = useAliasForm()
  const subscribe = useCallback(
    (callback: () => void) => form.subscribe({ name, formState: { values: true }, callback }),
    [form, name],
  )
  return useSyncExternalStore(
    subscribe,
    () => compute(form.getValues(name)),
    () => compute(emptyForm[name]),
  )
}

/**
 * What is wrong with a field. Not by the library's own hooks: those render every field anew at two steps of a submission,
 * though nothing of them changed, which takes 11 ms of the time from the press to the result.
 */
export const useFieldError = (name: keyof FormValues): FieldError | undefined => {
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

const itself = <Value>(value: Value): Value => value
