import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Secret } from '../../qovery/schema'
import { browserClock } from '../browser-clock'
import { projectChanged } from '../changed'
import { deleteSecret } from '../outcome/delete-secret'
import { queryClient, secretsQuery } from '../queries'
import { peer } from '../session/setting'
import { deletionReport } from './deletion-report'
import { loadClient } from './load-api'
import { notLoaded } from './not-loaded'
import { ReportNotice } from './report-notice'
import type { Report } from './report'
import { nameInText } from '../ui/name'

interface UndoButtonProps {
  projectId: string
  alias: Secret
  /** Called once the alias is gone. */
  onUndone: () => void
}

/** Takes back what was just created: deletes it if it still is that very alias. */
export const UndoButton = ({ projectId, alias, onUndone }: UndoButtonProps) => {
  const [report, setReport] = useState<Report>()
  const { mutate, isPending } = useMutation({
    mutationKey: ['deleteProjectSecret'],
    mutationFn: async () =>
      deleteSecret({
        projectId,
        seen: alias,
        along: [],
        unreadAlong: 0,
        client: await loadClient(),
        clock: browserClock,
        onLook: () => undefined,
      }),
    onSuccess: (deletion) => {
      const isGone = deletion.kind === 'deleted' || deletion.kind === 'gone'
      // The list as it will be read: until then its key would be called taken.
      if (isGone)
        queryClient.setQueryData(
          secretsQuery(projectId).queryKey,
          (list) => list && { ...list, results: list.results.filter(({ id }) => id !== alias.id) },
        )
      void projectChanged(projectId)
      if (isGone) onUndone()
      else setReport(deletionReport(deletion, { key: nameInText(alias.key), along: 0, peer }))
    },
    onError: () => setReport(notLoaded),
  })
  return (
    <>
      <button
        type="button"
        aria-disabled={isPending}
        onClick={() => {
          if (!isPending) mutate()
        }}
        className="min-h-6 rounded-small hover:text-ink"
      >
        {isPending ? 'Undoing…' : 'Undo'}
      </button>
      {report !== undefined && (
        <div className="basis-full">
          <ReportNotice report={report} />
        </div>
      )}
    </>
  )
}
