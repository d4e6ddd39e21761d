import * as z from 'zod/mini'
import { consoleFailures, type ApiErrorFields } from './errors'
import { parseJson } from './json'
import { errorBody, existingVariable } from './schema'

const longestDetail = 1000

/**
 * Reads what a refusal says. Qovery sends `{status, detail}`, its documents say `message`, and a proxy sends HTML:
 * whatever is not a sentence in one of the known fields is left out rather than shown.
 */
export const readErrorBody = (
  text: string,
): Pick<ApiErrorFields, 'detail' | 'existing' | 'failure'> => {
  const parsed = z.safeParse(errorBody, parseJson(text))
  if (!parsed.success) return {}
  const { detail, message, error, title, existing_variable, console_failure } = parsed.data
  const words = [detail, message, error, title].find(
    (value): value is string => typeof value === 'string' && value.trim() !== '',
  )
  const existing = z.safeParse(existingVariable, existing_variable)
  return {
    detail: words?.slice(0, longestDetail),
    existing: existing.success ? existing.data : undefined,
    failure: consoleFailures.find((failure) => failure === console_failure),
  }
}
