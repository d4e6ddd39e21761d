import type { Resolver } from 'react-hook-form'
import type { FormValues } from './form-values'
import { onceBegun } from './load-late'

/** Judges the form by its schema, what names may be, and what has been read of the project so far. */
export const judgeForm: Resolver<FormValues> = async (...form) => {
  const { judge } = await onceBegun.get()
  return judge(...form)
}
