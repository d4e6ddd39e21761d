import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { secretsQuery } from '../queries'
import { useSession } from '../session/session'
import { peer } from '../session/setting'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { breather } from './breathe'
import { InputStep } from './input-step'
import type { InputRow } from './input/input-row'
import { PlanStep } from './plan-step'
import { makePlan, type Plan } from './plan/plan'
import { Step } from './step'
import { useFocusKept } from './use-focus-kept'

/** What somebody gave, and what it was read as. */
export interface Given {
  rows: InputRow[]
  /** “1,000 rows of CSV” */
  summary: string
  notes: string[]
}

/** The first two steps: an input, and the plan that is made of it against the project's list. */
export const Planning = ({ projectId }: { projectId: string }) => {
  const { ready } = useSession()
  const queries = useQueryClient()
  const secrets = useQuery({ ...secretsQuery(projectId), enabled: ready })
  const [made, setMade] = useState<{ given: Given; plan: Plan }>()
  const [busy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusKept(heading, made === undefined ? 'input' : 'plan')

  const plan = async (given: Given) => {
    setBusy(true)
    try {
      // A plan is made of the list as it is now, not as it was when the page was opened.
      const list = await queries.fetchQuery({ ...secretsQuery(projectId), staleTime: 0 })
      setMade({ given, plan: await makePlan(given.rows, list, breather()) })
    } catch {
      // Said below: the query keeps its error.
    }
    setBusy(false)
  }

  return (
    <>
      {secrets.isError && (
        <Notice tone="danger" title="The project’s list cannot be read" live>
          <p>
            {peer} did not give it out, so no plan can be made. Nothing was sent or created. Check
            the project’s ID, then try again.
          </p>
          <div>
            <Button busy={secrets.isFetching} onClick={() => void secrets.refetch()}>
              Try again
            </Button>
          </div>
        </Notice>
      )}
      {/* Kept while there is a plan: whoever changes the input goes on with what was there. */}
      <div hidden={made !== undefined}>
        <InputStep
          headingRef={heading}
          projectId={projectId}
          secrets={secrets.data}
          busy={busy}
          onGiven={(given) => void plan(given)}
        />
      </div>
      {made !== undefined && (
        <Step
          number={1}
          title="Input"
          summary={made.given.summary}
          action={<Button onClick={() => setMade(undefined)}>Change input</Button>}
        />
      )}
      {made !== undefined && (
        <PlanStep
          projectId={projectId}
          plan={made.plan}
          notes={made.given.notes}
          onChange={(next) => setMade({ ...made, plan: next })}
        />
      )}
    </>
  )
}
