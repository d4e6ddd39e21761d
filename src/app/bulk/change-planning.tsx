import { useQuery } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { Secret } from '../../qovery/schema'
import { emptyList } from '../../rules/secret-index'
import { aliasDisabledReason } from '../../rules/alias-target'
import { ownerPath } from '../../rules/page-paths'
import { findTypedTarget } from '../change/find-typed-target'
import { forgetChosenRows, type ChosenChange } from '../change/chosen-rows'
import { TargetField } from '../change/target-field'
import { apiName } from '../data/setting'
import { lazyCode } from '../data/lazy-code'
import { lazyPart } from '../data/lazy-part'
import { useReadBelow } from '../lineage/use-read-below'
import { secretsQuery } from '../queries/queries'
import { isAlias } from '../relations/relate'
import { useSession } from '../session/session'
import { Button } from '../ui/button'
import { counted } from '../ui/count'
import { Notice } from '../ui/notice'
import { ownerWord } from '../words/owner-word'
import { ChangePlan } from './change-plan'
import { DescriptionField, newDescriptionId } from './description-field'
import { useTree } from './place-tree'
import { linesOf } from './plan/place-lines'
import { planChanges, type ChosenOf, type WantedChange } from './plan/plan-changes'
import { Step, StepsAhead } from './step'
import { useChosenLists } from './use-chosen-lists'

const Lineage = lazyPart(
  lazyCode(() => import('../lineage/lineage')),
  (code) => code.Lineage,
)

interface ChangePlanningProps {
  projectId: string
  chosen: ChosenChange
  /** The job of it is in the journal. */
  onBegun: () => void
}

interface Draft {
  /** What names the new target. */
  typed: string
  description: string
  /** Whether the descriptions are to be removed instead. */
  removes: boolean
}
const noDraft: Draft = { typed: '', description: '', removes: false }
/** What was typed for what was chosen: a walk elsewhere loses nothing. */
const drafts = new WeakMap<ChosenChange, Draft>()

/** What was chosen in a list, what is to be done to it, and the plan of that, by lists that are read now. */
export const ChangePlanning = ({ projectId, chosen, onBegun }: ChangePlanningProps) => {
  const { ready } = useSession()
  const { action, at, of } = chosen
  const owners = useMemo(() => of.map(({ owner }) => owner), [of])
  const lists = useChosenLists(owners)
  const { known, failed, isRead } = lists
  const failedCount = failed.filter(Boolean).length
  const below = useReadBelow(owners)
  const tree = useTree(
    projectId,
    of.some(({ owner }) => owner.kind !== 'project'),
  )
  const [{ typed, description, removes }, setDraft] = useState(drafts.get(chosen) ?? noDraft)
  const type = (change: Partial<Draft>) => {
    const next = { typed, description, removes, ...change }
    drafts.set(chosen, next)
    setDraft(next)
  }
  const [problem, setProblem] = useState('')
  const seen = useQuery({ ...secretsQuery(at), enabled: ready && action === 'repoint' }).data

  const disabledReason = useCallback((target: Secret) => aliasDisabledReason(target, at), [at])
  const found = useMemo(
    () => findTypedTarget(typed, seen ?? emptyList, disabledReason),
    [typed, seen, disabledReason],
  )
  const target = 'secret' in found ? found.secret : undefined
  const shownDescription = useDeferredValue(description)
  const planWith = useCallback(
    (text: string) => {
      const names = linesOf(projectId, tree.data)
      const chosenOf = of.map(({ owner, ids }, index): ChosenOf => ({
        owner,
        ids,
        name: owner.kind === 'project' ? undefined : nameOf(names, owner.id),
        list: known[index] ?? emptyList,
        isUnread: failed[index] ?? false,
        below: below[index]?.lists ?? [],
      }))
      const wanted = wantedOf({ action, target, description: removes ? '' : text })
      return planChanges(wanted, chosenOf)
    },
    [action, target, removes, of, known, failed, below, projectId, tree.data],
  )
  const planned = useMemo(() => planWith(shownDescription), [planWith, shownDescription])
  // Nothing further in depends on an alias.
  const further = of.filter(
    ({ owner }) =>
      (owner.kind === 'project' || owner.kind === 'environment') &&
      planned.some(
        ({ owner: whose, secret, operation }) =>
          operation?.kind === 'delete' && whose === owner && secret && !isAlias(secret),
      ),
  )
  const isKnown = further.every(
    ({ owner }) => below[of.findIndex((each) => each.owner === owner)]?.isKnown,
  )

  const count = of.reduce((sum, { ids }) => sum + ids.length, 0)
  const missing = () => {
    const isUndescribed = action === 'edit' && description === '' && !removes
    const isAimless = action === 'repoint' && !('secret' in found)
    if (isUndescribed) setProblem('Write one, or tick the box below to remove what is there.')
    if (isAimless) setProblem(found.problem)
    if (isUndescribed) document.getElementById(newDescriptionId)?.focus()
    if (isAimless) document.getElementById(targetId)?.focus()
    return isUndescribed || isAimless
  }
  return (
    <>
      <Step
        number={1}
        title="Chosen"
        summary={
          chosen.aliasesOf === undefined
            ? counted(count, 'row')
            : `${counted(count, 'alias', 'aliases')} of ${chosen.aliasesOf}`
        }
        action={
          <span className="flex flex-wrap items-center gap-3">
            <Link className="link" href={ownerPath(at)}>
              Back to the list
            </Link>
            <Button onClick={forgetChosenRows}>Drop this plan</Button>
          </span>
        }
      >
        {action === 'repoint' && (
          <TargetField
            id={targetId}
            owner={at}
            disabledReason={disabledReason}
            list={seen ?? emptyList}
            value={typed}
            problem={problem}
            onChange={(text) => {
              type({ typed: text })
              setProblem('')
            }}
          />
        )}
        {action === 'edit' && (
          <DescriptionField
            value={description}
            problem={problem}
            removes={removes}
            onChange={(text) => {
              type({ description: text })
              setProblem('')
            }}
            onRemove={(on) => {
              type({ removes: on })
              setProblem('')
            }}
          />
        )}
        <p className="max-w-prose text-muted">{about[action]}</p>
        {further.map(({ owner }) => (
          <section key={owner.id} aria-label={`Further in the ${ownerWord(owner)}`}>
            <Lineage owner={owner} many />
          </section>
        ))}
      </Step>
      {failedCount > 0 && failedCount === of.length ? (
        <Notice tone="danger" title="The list cannot be read" live>
          <p>
            {apiName} did not give it out, so there is no plan. Nothing was sent or changed. Try
            again.
          </p>
          <div>
            <Button onClick={() => void lists.refetch()}>Try again</Button>
          </div>
        </Notice>
      ) : isRead ? (
        <>
          {failedCount > 0 && (
            <div role="alert" className="flex flex-wrap items-center gap-3 text-muted">
              {counted(failedCount, 'list')} could not be read.
              <Button onClick={() => void lists.refetch()}>Try again</Button>
            </div>
          )}
          <ChangePlan
            projectId={projectId}
            action={action}
            planned={planned}
            isKnown={isKnown}
            isMissing={missing}
            // What was typed last counts, also where the rows have not caught up with it.
            latest={() => (description === shownDescription ? planned : planWith(description))}
            onBegun={onBegun}
          />
        </>
      ) : (
        <p role="status" className="text-muted">
          Reading the list…
        </p>
      )}
      <StepsAhead from={3} />
    </>
  )
}

interface Wanted {
  action: ChosenChange['action']
  target: Secret | undefined
  description: string
}

const wantedOf = ({ action, target, description }: Wanted): WantedChange => {
  switch (action) {
    case 'delete':
      return { kind: action }
    case 'repoint':
      return { kind: action, target }
    case 'edit':
      return { kind: action, description: description === '' ? null : description }
  }
}

const targetId = 'new-target'

const about = {
  delete:
    'What uses these names loses them at its next deployment. Where a wider secret has the same name, it gets that one instead.',
  repoint: `${apiName} cannot move an alias, so each is deleted and made again; for a moment it does not exist. One that cannot be made again is brought back.`,
  edit: 'Keys and values stay as they are.',
}

const nameOf = (lines: ReturnType<typeof linesOf>, id: string) =>
  lines.find((line) => line.id === id)?.place?.name ?? id
