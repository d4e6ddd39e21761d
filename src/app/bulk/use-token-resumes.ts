import { useEffect } from 'react'
import { holdsToken, useSession } from '../session/session'
import type { Phase } from './run/bulk-job'
import { takeToken } from './run/job-actions'

/** Lets a job that waits for a token go on as soon as the question for one is answered. */
export const useTokenResumes = (phase: Phase) => {
  const { ready, asking } = useSession()
  const waits = phase.kind === 'running' && phase.hold?.kind === 'token'
  useEffect(() => {
    if (waits && holdsToken && ready && asking === null) takeToken()
  }, [waits, ready, asking])
}
