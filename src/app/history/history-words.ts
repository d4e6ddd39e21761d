import type { RecordedJob } from '../bulk/journal/journal'
import { counted } from '../ui/count'

const titles = {
  create: 'Aliases created',
  edit: 'Descriptions edited',
  delete: 'Secrets deleted',
  repoint: 'Aliases re-pointed',
}

/** What a bulk job was. That an undo was begun says not how much of it was taken back: its report does. */
export const jobTitle = ({ task, change }: Pick<RecordedJob['job'], 'task' | 'change'>) => {
  const title = titles[change ?? 'create']
  return task === 'undo' ? `${title}, with their undo,` : title
}

/** How many rows it has; once it has ended, what came of those that were to be sent. */
export const extentOf = ({ state, end }: RecordedJob['job'], rows: number) =>
  state === 'ended' && end !== undefined
    ? `${end.title} of ${counted(end.toSend, 'row')}`
    : counted(rows, 'row')

/** What goes with the entries of the history. */
export const clearText = (count: number, reports: number) => {
  const what = [
    count > 0 && counted(count, 'entry', 'entries'),
    reports > 0 && `${counted(reports, 'report')} of bulk jobs`,
  ].filter((each) => each !== false)
  const whose = count + reports === 1 ? 'its' : 'their'
  return `${what.join(', ')} and ${whose} Undo are forgotten, in all tabs. Nothing is changed in Qovery.`
}
