import '../ui/app.css'
import { useEffect, useRef, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { cut } from '../ui/cut'
import { isSameOwner, projectIdOf, type Owner } from '../../qovery/owner'
import { chooseBulkPath, chosenBulkPath, isWellFormed, ownerPath } from '../../rules/page-paths'
import { chosenStore, rowsBegun, isChange } from '../change/chosen-rows'
import { useStore } from '../data/use-store'
import { useOwnerChain } from '../owner/owner-chain'
import { PageTitle } from '../page/page-title'
import { lastOwner } from '../queries/last-owner'
import { useFocusKept } from '../ui/use-focus-kept'
import { ownerWord } from '../words/owner-word'
import { ChangePlanning } from './change-planning'
import { ChosenLine, ChosenWaits, ReportWaits } from './chosen-waits'
import { inputIdOf } from './plan-input'
import { Planning } from './planning'
import { useBulkJob } from './run/bulk-job'
import { restoreJob } from './run/job-actions'
import { RunStep } from './run-step'

/** Many aliases, in one place or in several of its project: what is wanted, what will become of it, and what became of it. */
export const BulkPage = ({ owner }: { owner: Owner }) => {
  const projectId = projectIdOf(owner)
  const wellFormed = isWellFormed(owner)
  const query = new URLSearchParams(useSearch())
  const [, navigate] = useLocation()
  const chain = useOwnerChain(owner)
  const view = useBulkJob()
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = view.projectId === projectId ? view.phase.kind : 'loading'
  const handed = useStore(chosenStore)
  const chosen = handed !== undefined && isSameOwner(handed.at, owner) ? handed : undefined
  // Whoever comes by “Bulk” in the bar wants to begin, not to find what was chosen for deletion some time ago.
  const isAsked = chosen !== undefined && (!isChange(chosen) || query.has('selected'))
  // What was chosen, where the job is looked at first.
  const [behind, setBehind] = useState<typeof chosen>()
  const isBegun = useRef(false)

  useEffect(() => {
    if (!wellFormed) return
    void restoreJob(projectId)
  }, [projectId, wellFormed])
  useEffect(() => {
    if (wellFormed) lastOwner.write(owner)
  }, [owner, wellFormed])

  useEffect(() => {
    if (shown === 'loading' || shown === 'none' || shown === 'ended') return
    // What was planned has become this job; what was chosen while another one runs waits for that one's report to be read.
    if (isBegun.current) rowsBegun()
    else setBehind(chosen)
    isBegun.current = false
  }, [shown, chosen])

  const name = chain.at(-1)?.name ?? null
  const path = chain.map((each) => each.name ?? `this ${ownerWord(each.owner)}`).join(' / ')
  const hasJob = shown !== 'loading' && shown !== 'none'
  const isFree = shown === 'none' || (shown === 'ended' && chosen !== behind)
  const showsPlan = isAsked && isFree
  useFocusKept(
    () => heading.current,
    shown === 'loading' ? undefined : `${shown} ${showsPlan} ${chosen !== undefined}`,
  )

  if (!wellFormed) return <NotWellFormed owner={owner} />
  const isCopy = query.has('copy')
  const onBegun = () => {
    isBegun.current = true
  }
  const showPlan = () => {
    setBehind(undefined)
    navigate(chosenBulkPath(owner), { replace: true })
  }
  const planned = showsPlan && isChange(chosen) ? chosen.action : undefined
  const change = showsPlan ? planned : hasJob ? view.job?.change : undefined
  const title = change === undefined ? 'Many aliases at once' : titles[change]
  return (
    <div className="grid gap-4">
      <PageTitle>{title}</PageTitle>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-x-4 gap-y-1">
        <h1 ref={heading} tabIndex={-1} className="text-title font-semibold">
          {title}
        </h1>
        <Link className="link" href={chooseBulkPath}>
          Other project
        </Link>
        <p className="col-span-2 h-6 truncate">
          {name === null ? (
            <bdi key="id" translate="no" className="font-mono text-small text-muted">
              {owner.id}
            </bdi>
          ) : (
            <bdi key="name" translate="no" className="font-semibold">
              {owner.kind === 'project' ? (
                cut(name)
              ) : (
                <Link className="link" href={ownerPath(owner)}>
                  {cut(path)}
                </Link>
              )}
            </bdi>
          )}
        </p>
      </div>
      {shown === 'loading' && (
        <p role="status" className="text-muted">
          Looking for an earlier job in this browser…
        </p>
      )}
      {showsPlan && shown === 'ended' && <ReportWaits onShow={() => setBehind(chosen)} />}
      {showsPlan && !isChange(chosen) && (
        <>
          <ChosenLine chosen={chosen} />
          <Planning
            key={JSON.stringify(chosen)}
            owner={owner}
            isCopy={false}
            chosenRows={chosen}
            onBegun={onBegun}
          />
        </>
      )}
      {showsPlan && isChange(chosen) && (
        <ChangePlanning
          key={JSON.stringify(chosen)}
          projectId={projectId}
          chosen={chosen}
          onBegun={onBegun}
        />
      )}
      {chosen !== undefined && !showsPlan && shown !== 'loading' && (
        <ChosenWaits
          chosen={chosen}
          onShow={shown === 'none' || shown === 'ended' ? showPlan : undefined}
        />
      )}
      {shown === 'none' && !showsPlan && (
        <Planning key={inputIdOf(owner, isCopy)} owner={owner} isCopy={isCopy} />
      )}
      {hasJob && !showsPlan && <RunStep view={view} />}
    </div>
  )
}

const titles = {
  delete: 'Delete many secrets at once',
  repoint: 'Re-point many aliases at once',
  edit: 'Edit many descriptions at once',
}

const NotWellFormed = ({ owner }: { owner: Owner }) => {
  const word = ownerWord(owner)
  const title = `Not ${word === 'environment' ? 'an' : 'a'} ${word}’s address`
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <h1 className="mb-2 text-title font-semibold">{title}</h1>
      <p className="text-muted">
        The address must hold the {word}’s ID. Nothing was created or changed.{' '}
        <Link className="link" href={chooseBulkPath}>
          Choose a project
        </Link>
      </p>
    </>
  )
}
