import type { RowState } from '../run/job'

/** What became of a row, as the page and every report say it. */
export const resultWords: Record<RowState, string> = {
  waiting: 'left',
  sending: 'sending',
  unknown: 'outcome unknown',
  claimed: 'outcome unknown',
  created: 'created',
  existed: 'already there',
  taken: 'conflict',
  refused: 'refused',
  absent: 'not there',
  cancelled: 'not sent',
  left: 'left out',
  disappeared: 'disappeared',
  undone: 'deleted again',
}
