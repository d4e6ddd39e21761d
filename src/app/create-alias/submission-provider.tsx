import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import type { Submission } from '../outcome/submission'
import { createSubmissions, type SubmissionActions, type SubmissionState } from './submissions'

const StateContext = createContext<SubmissionState | undefined>(undefined)
const OpenContext = createContext<readonly Submission[] | undefined>(undefined)
const ActionsContext = createContext<SubmissionActions | undefined>(undefined)

const given = <Value,>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('A SubmissionProvider is missing above')
  return value
}

/** Where the last submission stands. */
export const useSubmission = () => given(use(StateContext))

/** The submissions before the last one whose outcome is still not certain, the latest last. */
export const useOpenSubmissions = () => given(use(OpenContext))

/** What can be done about submissions: always the same, so that who only acts is not drawn anew with each step. */
export const useSubmissionActions = () => given(use(ActionsContext))

/** Stands above the pages, so that a submission under way survives a walk through the console. */
export const SubmissionProvider = ({ children }: { children: ReactNode }) => {
  const [state, setState] = useState<SubmissionState>({ kind: 'idle' })
  const [open, setOpen] = useState<readonly Submission[]>([])
  const [{ actions, recall }] = useState(() => createSubmissions(setState, setOpen))
  useEffect(() => void recall(), [recall])
  return (
    <ActionsContext value={actions}>
      <OpenContext value={open}>
        <StateContext value={state}>{children}</StateContext>
      </OpenContext>
    </ActionsContext>
  )
}
