import { useState, type ReactNode } from 'react'
import { readyToSend } from '../session/session'
import { Button } from '../ui/button'
import { counted } from '../ui/count'
import { Notice } from '../ui/notice'
import { whyStopped } from './run/why-stopped'

/** Begins the job of a plan once anything can be sent. `begin` resolves when the job is in the journal. */
export const useStart = (begin: () => Promise<unknown>) => {
  const [starting, setStarting] = useState(false)
  const [problem, setProblem] = useState('')
  const start = async () => {
    if (starting) return
    setStarting(true)
    setProblem('')
    try {
      if (await readyToSend()) await begin()
    } catch (cause) {
      setProblem(`Nothing was sent. ${whyStopped(cause)}`)
    }
    setStarting(false)
  }
  return { starting, problem, start }
}

interface PlanStartProps extends Pick<ReturnType<typeof useStart>, 'starting' | 'problem'> {
  /** Rows that will be sent, and those of which nothing comes. */
  sent: number
  others: number
  isDanger?: boolean
  /** Said where there is nothing to begin. */
  otherwise: string
  /** What the button says. */
  children: ReactNode
}

/** The end of a plan's form: what begins its job, and what that leaves out. */
export const PlanStart = (props: PlanStartProps) => {
  const { sent, others, isDanger = false, otherwise, starting, problem, children } = props
  return (
    <>
      {problem !== '' && (
        <Notice tone="danger" title="Not started" live>
          <p>{problem}</p>
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {sent > 0 ? (
          <Button type="submit" kind={isDanger ? 'danger' : 'primary'} busy={starting}>
            {children}
          </Button>
        ) : (
          <p>Nothing would be sent: {otherwise}</p>
        )}
        {sent > 0 && others > 0 && (
          <span className="text-small text-muted">
            The other {others === 1 ? 'row' : counted(others, 'row')} will not be sent.
          </span>
        )}
      </div>
    </>
  )
}
