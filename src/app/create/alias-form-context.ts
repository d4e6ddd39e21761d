import { createContext, use } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { FormValues } from './form-values'

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
