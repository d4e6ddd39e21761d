import type { RepointPlan } from '../outcome/repoint-plan'
import type { RepointProgress } from '../outcome/repoint'
import { peer } from '../session/setting'
import { nameInText } from '../ui/name'

const order = ['deleting', 'creating', 'restoring'] as const

/** Where a re-pointing stands, step by step, in words. */
export const RepointSteps = ({
  plan,
  progress,
}: {
  plan: RepointPlan
  progress: RepointProgress
}) => {
  const [alias, from, to] = [plan.alias, plan.from, plan.to].map(({ key }) => nameInText(key))
  const words = {
    deleting: `Delete ${alias}, which points at ${from}`,
    creating: `Make ${alias} again, pointing at ${to}`,
    restoring: `The new one was refused: bring the old one back, pointing at ${from}`,
  }
  const at = order.indexOf(progress.stage)
  return (
    <div role="status">
      <ol className="grid list-inside list-decimal gap-1">
        {order
          .filter((stage) => stage !== 'restoring' || progress.stage === stage)
          .map((stage, index) => (
            <li key={stage} className={index === at ? 'font-semibold' : 'text-muted'}>
              <bdi className="break-all">{words[stage]}</bdi>:{' '}
              {index < at
                ? stage === 'creating'
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

const waiting = ({ waits }: RepointProgress) => {
  switch (waits.kind) {
    case 'sending':
      return 'under way…'
    case 'looking':
    case 'checking':
      return `the answer was lost, reading the list (look ${waits.attempt})…`
    case 'waiting':
      return `${peer} asks to wait; it goes on by itself…`
  }
}
