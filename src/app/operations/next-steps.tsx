import { useState } from 'react'
import { useSession } from '../session/session'
import { Button } from '../ui/button'
import { operations } from './in-browser'
import { notForgottenText, notStartedWords } from './not-started'
import type { NotStarted } from './operations'
import { rememberedText } from './remembered'
import type { Result } from './result'
import type { Status } from './statuses'
import { attendByNotice } from './asked-here'

export type Steps = ReturnType<typeof useNextSteps>

/** What can be done about an operation; `problem` says why what was done last did nothing, or is empty. */
export const useNextSteps = (id: string | undefined) => {
  const [notDone, setNotDone] = useState({ id, text: '' })
  const tell = (text: string) => setNotDone({ id, text })
  /** Does something, and tells why nothing was sent, where nothing was. */
  const attempt = async (act: () => Promise<NotStarted | undefined>) => {
    tell('')
    const why = await act()
    if (why !== undefined) tell(notStartedWords[why].text)
  }
  const goOn = (act: typeof operations.resume) => () => {
    if (id === undefined) return
    attendByNotice(id)
    void attempt(() => act(id))
  }
  const forget = async () => {
    if (id === undefined) return
    tell('')
    if (!(await operations.forget(id))) tell(notForgottenText)
  }
  return {
    // What is another tab's by now is shown no more, and why is still to be said.
    problem: id === undefined || id === notDone.id ? notDone.text : '',
    attempt: (act: () => Promise<NotStarted | undefined>) => void attempt(act),
    resume: goOn(operations.resume),
    sendAgain: goOn(operations.sendAgain),
    forget: () => void forget(),
  }
}

interface NextStepsProps {
  status: Pick<Status, 'operation' | 'result'>
  steps: Steps
}

/** The buttons of an operation that is not over. */
export const NextSteps = ({ status: { operation, result }, steps }: NextStepsProps) => {
  const { ready } = useSession()
  return (
    <>
      {operation.kind === 'repoint' ? (
        <Button kind="primary" onClick={steps.resume}>
          {result?.kind === 'refused' ? 'Try again' : 'Go on'}
        </Button>
      ) : (
        <>
          {result?.kind === 'unconfirmed' && (
            <Button busy={!ready} onClick={steps.sendAgain}>
              Try again
            </Button>
          )}
          <Button busy={!ready} onClick={steps.resume}>
            {result === undefined ? 'Check now' : 'Check again'}
          </Button>
        </>
      )}
      <Button onClick={steps.forget}>Forget it</Button>
    </>
  )
}

/** What is said beside them. */
export const nextText = (kind: Status['operation']['kind'], result: Result | undefined): string => {
  const remembered = rememberedText()
  if (kind === 'repoint') return remembered
  switch (result?.kind) {
    case 'unconfirmed':
      return `Trying again is safe, it is the same submission. ${remembered}`
    case 'unknown':
      return `Check again when it can be read. ${remembered}`
    default:
      return remembered
  }
}
