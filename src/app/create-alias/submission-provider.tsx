import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import { createSubmissions, type SubmissionActions, type SubmissionState } from './submissions'

const StateContext = createContext<SubmissionState | undefined>(undefined)
const ActionsContext = createContext<SubmissionActions | undefined>(undefined)

const given = <Value,>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('A SubmissionProvider is missing above')
  return value
}

/** Where the last submission stands. */
export const useSubmission = () => given(use(StateContext))

/** What can be done about submissions: always the same, so that who only acts is not drawn anew with each step. */
export const useSubmissionActions = () => given(use(ActionsContext))

/** Stands above the pages, so that a submission under way survives a walk through the console. */
export const SubmissionProvider = ({ children }: { children: ReactNode }) => {
  const [state, setState] = useState<SubmissionState>({ kind: 'idle' })
  const [{ actions, recall }] = useState(() => createSubmissions(setState))
  useEffect(() => void recall(), [recall])
  return (
    <ActionsContext value={actions}>
      <StateContext value={state}>{children}</StateContext>
    </ActionsContext>
  )
}
