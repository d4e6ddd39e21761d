import type { Secret } from '../../qovery/schema'
import { notStartedWords } from '../operations/not-started'
import type { CreateOperation } from '../operations/operation'
import { ReportNotice } from '../operations/report-notice'
import { isAsWanted } from '../operations/result'
import { useRun, wordsFor } from '../operations/use-operations'

interface UndoButtonProps {
  /** What created it. */
  operation: CreateOperation
  alias: Secret
}

/** Takes back what was just created: deletes it if it still is that very alias. */
export const UndoButton = ({ operation: creation, alias }: UndoButtonProps) => {
  const { owner, request } = creation
  const { run, status, notStarted, isBusy } = useRun({
    says: (result, operation) => !isAsWanted(result, operation),
  })
  const words =
    notStarted === undefined
      ? status?.result && wordsFor(status.operation, status.result)
      : notStartedWords[notStarted]
  return (
    <>
      <button
        type="button"
        aria-disabled={isBusy}
        onClick={() => {
          if (!isBusy)
            void run({
              kind: 'delete',
              id: crypto.randomUUID(),
              owner,
              agreedAt: Date.now(),
              seen: alias,
              dependents: [],
              unreadDependents: 0,
              undoes: request,
              undoesId: creation.id,
            })
        }}
        className="link min-h-6 font-semibold"
      >
        {isBusy ? 'Undoing…' : 'Undo'}
      </button>
      {words !== undefined && (
        <div className="basis-full">
          <ReportNotice words={words} operation={status?.operation} />
        </div>
      )}
    </>
  )
}
