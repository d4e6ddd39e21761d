import type { Secret } from '../../qovery/schema'
import { agreedTo } from '../operations/agreed'
import { notStartedWords } from '../operations/not-started'
import type { CreateOperation } from '../operations/operation'
import { ReportNotice } from '../operations/report-notice'
import { isAsWanted } from '../operations/result'
import { undoOf } from '../operations/undo'
import { useRun, wordsFor } from '../operations/use-operations'

interface UndoButtonProps {
  /** What created it. */
  operation: CreateOperation
  alias: Secret
}

/** Takes back what was just created: deletes it if it still is that very alias. */
export const UndoButton = ({ operation, alias }: UndoButtonProps) => {
  const { run, status, notStarted, isBusy } = useRun({
    says: (result, undo) => !isAsWanted(result, undo),
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
        data-undo={operation.agreedAt}
        aria-keyshortcuts="Control+Z Meta+Z"
        onClick={() => {
          const result = { kind: 'done', by: 'answer', secret: alias } as const
          const undo = undoOf({ operation, result })
          if (!isBusy && 'wish' in undo) void run(agreedTo(undo.wish))
        }}
        className="min-h-6 rounded-small border border-control bg-surface px-2 font-semibold text-ink hover:bg-sunken"
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
