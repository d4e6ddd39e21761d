import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { isSameOwner, projectIdOf, type Owner } from '../../qovery/owner'
import type { SecretList } from '../../qovery/schema'
import { bulkPath } from '../../rules/page-paths'
import { emptyList, indexSecrets } from '../../rules/secret-index'
import { ownerWord } from '../words/owner-word'
import type { ChosenRows } from '../change/chosen-rows'
import { entriesUnread } from '../words/list-problem'
import { fetchNow } from '../queries/fetch-now'
import { secretsQuery } from '../queries/queries'
import { readyToSend, useSession } from '../session/session'
import { apiName } from '../data/setting'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { useFocusKept } from '../ui/use-focus-kept'
import { InputStep } from './input-step'
import { inputIdOf, passInput, takeChosen, takeLines, usePlanInput, type Given } from './plan-input'
import { PlanStep } from './plan-step'
import { carryEdits, editsOf } from './plan/carry-edits'
import { leaveOutValues } from './plan/leave-out-values'
import { namesPlace } from './plan/share-rows'
import { planPlaces } from './plan-places'
import { rowsAsGiven, type WholePlan } from './plan/whole-plan'
import { storedEdits } from './stored-edits'
import { Step, StepsAhead } from './step'
import { usePlaceHere, usePlaces } from './use-places'

const unreadNote = (list: SecretList | undefined) =>
  list === undefined || list.unreadable.length === 0
    ? []
    : [
        `${entriesUnread(list.unreadable.length, apiName)}: what becomes of a row that is about one of them cannot be told.`,
      ]

/** Takes the lines that the address has into the text, and then out of the address: a reload does not bring them back. */
const useLinkedLines = (inputId: string, path: string) => {
  const lines = new URLSearchParams(useSearch()).get('aliases')
  const [, navigate] = useLocation()
  // Before the text is first drawn.
  useState(() => lines !== null && takeLines(inputId, lines))
  useEffect(() => {
    if (lines !== null) navigate(path, { replace: true })
  }, [lines, path, navigate])
}

interface PlanningProps {
  owner: Owner
  /** Whether the owner's aliases are to be copied elsewhere. */
  isCopy: boolean
  /** Secrets that were chosen in a list, to be named by a rule. */
  chosenRows?: ChosenRows
  /** The job of a plan is in the journal. */
  onBegun?: () => void
}

/** The first two steps: an input, and the plan that is made of it against the lists of its places. */
export const Planning = ({ owner, isCopy, chosenRows, onBegun }: PlanningProps) => {
  const projectId = projectIdOf(owner)
  const inputId = inputIdOf(owner, isCopy)
  useState(() => chosenRows && takeChosen(inputId, chosenRows))
  useLinkedLines(inputId, bulkPath(owner))
  const word = ownerWord(owner)
  const { ready } = useSession()
  const secrets = useQuery({ ...secretsQuery(owner), enabled: ready })
  const [made, setMade] = usePlanInput(inputId, 'made')
  const [changing, setChanging] = usePlanInput(inputId, 'changing')
  const [chosen, setPlaces] = usePlaces(inputId)
  const here = usePlaceHere(owner)
  const places =
    chosen?.map((place) => (isSameOwner(place.owner, owner) ? here : place)) ??
    (isCopy ? [] : [here])
  const [busy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const [record] = useState(() => storedEdits(inputId))
  const shown = changing ? undefined : made
  useFocusKept(() => heading.current, shown === undefined ? 'input' : 'plan')

  /** Makes a plan of what was given. Resolves to why there is none, where it is the input that must be changed. */
  const plan = async (all: Given): Promise<string | undefined> => {
    const isTickUsed = !all.rows.every(namesPlace)
    if (places.length === 0 && isTickUsed) return 'Choose at least one place above.'
    setBusy(true)
    try {
      // Pressed while the page is still being let in: it is waited for.
      if (!(await readyToSend())) return undefined
      // A plan is made of the list as it is now, not as it was when the page was opened.
      const list = await fetchNow({ ...secretsQuery(owner), staleTime: 0 }).catch(
        (error: unknown) => {
          // Whoever may read one environment may not read the project for that.
          if (isTickUsed && places.some((place) => isSameOwner(place.owner, owner))) throw error
          return emptyList
        },
      )
      const given = all.isText ? withoutValues(all, list, owner) : all
      if (given.rows.length === 0) return `${given.notes.join(' ')} Name the secret there instead.`
      const edits =
        made === undefined ? record.read() : editsOf(made.given.rows, rowsAsGiven(made.plan))
      const rows = carryEdits(given.rows, edits)
      const { parts, unplanned } = await planPlaces(rows, { owner, places, list })
      if (parts.length === 0) return unplanned.join(' ')
      const told = { ...given, notes: [...given.notes, ...unplanned] }
      setMade({ given: told, plan: { parts } })
      setChanging(false)
    } catch {
      // Said below: the query keeps its error.
    } finally {
      setBusy(false)
    }
    return undefined
  }

  const change = (given: Given, next: WholePlan) => {
    setMade({ given, plan: next })
    // Of many places those of the first: what was decided there holds for the same row in each.
    record.write(given.rows, rowsAsGiven(next))
  }

  return (
    <>
      {secrets.isError && (
        <Notice tone="danger" title={`The ${word}’s list cannot be read`} live>
          <p>
            {apiName} did not give it out, so no plan can be made. Nothing was sent or created.
            Check the {word}’s ID, then try again.
          </p>
          <div>
            <Button busy={secrets.isFetching} onClick={() => void secrets.refetch()}>
              Try again
            </Button>
          </div>
        </Notice>
      )}
      {/* Kept while there is a plan: whoever changes the input goes on with what was there. */}
      <div hidden={shown !== undefined}>
        <InputStep
          headingRef={heading}
          inputId={inputId}
          owner={owner}
          isCopy={isCopy}
          list={secrets.data}
          busy={busy}
          places={places}
          onPlaces={setPlaces}
          onGiven={plan}
        />
      </div>
      {shown === undefined ? (
        <StepsAhead from={2} />
      ) : (
        <>
          <Step
            number={1}
            title="Input"
            summary={shown.given.summary}
            action={<Button onClick={() => setChanging(true)}>Change input</Button>}
          />
          <PlanStep
            projectId={projectId}
            plan={shown.plan}
            notes={[...shown.given.notes, ...unreadNote(secrets.data)]}
            onChange={(next) => change(shown.given, next)}
            onBegun={() => {
              record.clear()
              passInput(inputId)
              onBegun?.()
            }}
          />
          <StepsAhead from={3} />
        </>
      )}
    </>
  )
}

const withoutValues = (given: Given, list: SecretList, owner: Owner): Given => {
  const { rows, note } = leaveOutValues(given.rows, indexSecrets(list), owner)
  return { ...given, rows, notes: note === undefined ? given.notes : [note, ...given.notes] }
}
