import { isUnderWay, type Job, type JobRow } from './job'

/** Whether a row did not come to be, as far as is known, and may be sent again. What is undone is not made again. */
export const canRetry = (row: JobRow, task: Job['task'] | undefined) =>
  task === 'create' &&
  (row.state === 'refused' ||
    row.state === 'absent' ||
    row.state === 'cancelled' ||
    isUnderWay(row))
