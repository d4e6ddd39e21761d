import type { SecretList } from '../../../qovery/schema'
import type { Clock } from '../../data/clock'
import type { Control } from './control'
import type { JobRow } from './job'
import type { Task } from './task'

/** What a job is run with. */
export interface Running {
  /** Every row of the job. They are changed in place; `onChange` is called after each change. */
  rows: readonly JobRow[]
  task: Task
  /** When the list was read that what waits was held against, in epoch milliseconds; 0 where another run did that. */
  listedAt: number
  list: () => Promise<SecretList>
  /** Resolves when the rows are safe from a crash. */
  save: (rows: readonly JobRow[]) => Promise<void>
  clock: Clock
  control: Control
  onChange: () => void
  /** The list is being read, or not any more. */
  onCheck: (checking: boolean) => void
}
