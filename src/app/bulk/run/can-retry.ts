import { isUnderWay, type JobRow } from './job'

/** Whether a row did not come to be, as far as is known, and may be sent again. */
export const canRetry = (row: JobRow) =>
  row.state === 'refused' || row.state === 'absent' || row.state === 'cancelled' || isUnderWay(row)
