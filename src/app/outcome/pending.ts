import * as z from 'zod/mini'
import { parseJson } from '../../qovery/json'
import { kept } from '../kept'
import { submission, type Submission } from './submission'

const record = kept('sessionStorage', 'alias-console:pending')

/** The submission whose outcome is not yet certain, kept for this tab so that a reload does not forget it. */
export const pending = {
  read: (): Submission | undefined => {
    const parsed = z.safeParse(submission, parseJson(record.read() ?? ''))
    return parsed.success ? parsed.data : undefined
  },
  write: (value: Submission) => record.write(JSON.stringify(value)),
  clear: record.clear,
}
