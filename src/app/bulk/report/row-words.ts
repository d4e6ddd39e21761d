import type { Words } from '../../operations/words'
import { wordsOf } from '../../operations/words-of'
import type { Asked } from '../../operations/words'
import { isUndo, type Job, type JobRow } from '../run/job'
import { operationOf } from '../run/row-steps'

/** What is said of a row beside its outcome: the words of its operation, where they say more than that it is done. */
export const wordsOfRow = (
  job: Pick<Job, 'projectId'>,
  row: JobRow,
  asked: Asked,
): Pick<Words, 'tone' | 'text'> => {
  const { kind, state, result, note, unlisted } = row
  if (state === 'skipped') return { tone: 'info', text: note }
  if (state !== 'ended' || result === null)
    return { tone: state === 'open' ? 'warning' : 'info', text: '' }
  if (kind === 'create' && unlisted === 'missing')
    return {
      tone: 'danger',
      text: `It was ${result.kind === 'done' ? 'created' : 'there'}, and is no longer in the list.`,
    }
  if (kind === 'create' && unlisted === 'unreadable' && result.kind === 'done')
    return { tone: 'ok', text: 'It was created; its entry of the list cannot be read.' }
  const { tone, text } = wordsOf(operationOf(job, row), result, asked)
  const isPlain = result.kind === 'done' && result.by === 'answer' && result.secret === null
  return { tone, text: isPlain ? '' : text }
}

/** Of an alias whose re-pointing is undone, what it pointed at before; of any other row its target. */
export const targetOf = ({ task }: Pick<Job, 'task'>, row: JobRow): string => {
  const { operation, source, sourceKey } = row
  if (task !== 'undo' || operation?.kind !== 'repoint') return sourceKey ?? source
  return (isUndo(row) ? operation.to : operation.from).key
}
