import { apiName } from '../data/setting'
import { nameInText } from '../ui/name'
import type { Progress } from './kind'
import type { RepointOperation } from './operation'

const order = ['deleting', 'creating', 'restoring'] as const

/** Where a re-pointing stands, step by step, in words. */
export const RepointSteps = ({
  operation,
  progress,
}: {
  operation: RepointOperation
  progress: Progress
}) => {
  const { stage = 'deleting' } = progress
  const [alias, from, to] = [operation.seen, operation.from, operation.to].map(({ key }) =>
    nameInText(key),
  )
  const words = {
    deleting: `Delete ${alias}, which points at ${from}`,
    creating: `Make ${alias} again, pointing at ${to}`,
    restoring: `The new one was refused: bring the old one back, pointing at ${from}`,
  }
  const at = order.indexOf(stage)
  return (
    <div role="status">
      <ol className="grid list-inside list-decimal gap-1">
        {order
          .filter((each) => each !== 'restoring' || stage === each)
          .map((each, index) => (
            <li key={each} className={index === at ? 'font-semibold' : 'text-muted'}>
              <bdi className="break-all">{words[each]}</bdi>:{' '}
              {index < at
                ? each === 'creating'
                  ? 'not possible'
                  : 'done'
                : index > at
                  ? 'not begun'
                  : waiting(progress)}
            </li>
          ))}
      </ol>
    </div>
  )
}

const waiting = (progress: Progress) => {
  switch (progress.kind) {
    case 'sending':
      return 'under way…'
    case 'confirming':
      return `the answer was lost, reading the list (attempt ${progress.attempt})…`
    case 'waiting':
      return `${apiName} asks to wait; it goes on by itself…`
  }
}
