import { useMemo } from 'react'
import { currentSession } from '../session/session'
import { peer } from '../session/setting'
import { landOutcome, type Landing } from './land-outcome'
import { useSubmission } from './submission-provider'

/** Where the last submission's refusal stands in the form, and for which project; undefined where there is none. */
export const useLanding = (): (Landing & { projectId: string }) | undefined => {
  const state = useSubmission()
  return useMemo(() => {
    if (state.kind !== 'done') return undefined
    const { tokenWorked } = currentSession()
    const landing = landOutcome(state.outcome, state.submission, { peer, tokenWorked })
    return landing && { ...landing, projectId: state.submission.projectId }
  }, [state])
}
