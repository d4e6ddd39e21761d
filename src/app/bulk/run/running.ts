import type { SecretCalls } from '../../../qovery/secret-calls'
import type { Clock } from '../../data/clock'
import type { Control } from './control'
import type { Job, JobRow } from './job'

/** What a job is run with. */
export interface Running {
  job: Job
  /** Every row of the job. They are changed in place; `onChange` is called after each change. */
  rows: readonly JobRow[]
  client: SecretCalls
  /** Resolves when the rows are safe from a crash. */
  save: (rows: readonly JobRow[]) => Promise<void>
  clock: Clock
  control: Control
  onChange: () => void
  /** The list is being read, or not any more. */
  onCheck: (checking: boolean) => void
  /** A call was answered, whatever the answer. */
  onAnswer: () => void
}
