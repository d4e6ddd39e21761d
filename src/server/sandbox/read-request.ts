import * as z from 'zod/mini'
import { parseJson } from '../../qovery/json'

export type ReadRequest<Data> = { data: Data } | { problem: string }

/** Reads a body by its schema, or says in one sentence what is wrong with its first wrong field. */
export const readRequest = <Schema extends z.core.$ZodType<object>>(
  schema: Schema,
  body: string | undefined,
): ReadRequest<z.infer<Schema>> => {
  const parsed = z.safeParse(schema, parseJson(body ?? ''))
  if (!parsed.success) return { problem: sentence(parsed.error.issues[0]) }
  const unfit = Object.entries(parsed.data).find(([, value]) => !canBeStored(value))
  if (unfit !== undefined) return { problem: `${unfit[0]} holds characters that UTF-8 text cannot` }
  return { data: parsed.data }
}

const sentence = (issue: z.core.$ZodIssue | undefined) => {
  const field = issue?.path.join('.')
  if (issue === undefined || field === undefined || field === '')
    return 'The body must be an object'
  return issue.code === 'invalid_type' ? `${field} is missing or of another type` : issue.message
}

// JSON can spell half of a surrogate pair, which no UTF-8 holds, and NUL, which PostgreSQL refuses in text.
const canBeStored = (value: unknown) => typeof value !== 'string' || !/[\p{Cs}\0]/u.test(value)
