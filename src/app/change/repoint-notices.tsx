import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { isLeft } from '../outcome/repoint'
import type { RepointPlan } from '../outcome/repoint-plan'
import { sameId } from '../outcome/same-secret'
import { peer } from '../session/setting'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { useFocusKept } from '../ui/use-focus-kept'
import { notForgottenText, notStartedText } from './not-started'
import { repointReport } from './repoint-report'
import { RepointSteps } from './repoint-steps'
import { forgetRepoint, startRepoint, useRepoints } from './repoints'
import { standing, type Standing } from './standing'
import { nameInText } from '../ui/name'

const stands = {
  deleting: 'The old alias was about to be deleted, so it may be gone.',
  creating: 'The old alias is deleted. The new one may not have been made yet.',
  restoring: 'The new one could not be made, and the old one may not be back yet.',
}

/**
 * On the pages of a project: each re-pointing that a reload cut off, that goes on unseen, or that needs somebody; and those
 * of other projects that do.
 */
export const RepointNotices = ({ projectId }: { projectId: string }) => {
  const all = standing(useRepoints())
  const here = all.filter(({ plan }) => sameId(plan.projectId, projectId))
  const elsewhere = all.filter((each) => !here.includes(each) && needsSomebody(each))
  const shown = [...here, ...elsewhere]
  // One that is forgotten takes its buttons along.
  useFocusKept(pageHeading, shown.map(({ plan }) => plan.alias.id).join(' '))
  if (shown.length === 0) return null
  return (
    <ul aria-label="Re-pointings" className="mb-4 grid gap-3">
      {here.map((each) => (
        <li key={each.plan.alias.id}>
          <Here {...each} />
        </li>
      ))}
      {elsewhere.map(({ plan }) => (
        <li key={plan.alias.id}>
          <Elsewhere plan={plan} />
        </li>
      ))}
    </ul>
  )
}

const pageHeading = () => {
  const heading = document.querySelector<HTMLElement>('main h1')
  if (heading !== null) heading.tabIndex = -1
  return heading
}

const needsSomebody = ({ progress, ended }: Standing) =>
  progress === undefined && (ended === undefined || isLeft(ended))

const Here = ({ plan, progress, ended }: Standing) => {
  const [notDone, setNotDone] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusKept(() => heading.current, progress === undefined ? (ended?.kind ?? 'left') : 'busy')
  const key = nameInText(plan.alias.key)
  if (progress !== undefined) {
    return (
      <Notice tone="wait" title={`Re-pointing ${key}`} headingRef={heading}>
        <RepointSteps plan={plan} progress={progress} />
      </Notice>
    )
  }
  const report = ended && repointReport(ended, plan, peer)
  const goOn = async () => {
    setNotDone('')
    const why = await startRepoint(plan)
    if (why !== undefined) setNotDone(notStartedText[why])
  }
  const forget = async () => {
    setNotDone('')
    if (!(await forgetRepoint(plan))) setNotDone(notForgottenText)
  }
  return (
    <Notice
      tone={report?.tone ?? 'warning'}
      title={report?.title ?? `Re-pointing ${key} was cut off`}
      live={report !== undefined}
      headingRef={heading}
    >
      <p>
        {report?.text ??
          `${stands[plan.stage]} It was to point at ${nameInText(plan.to.key)} instead of ${nameInText(plan.from.key)}. Going on looks first, and makes nothing twice.`}
      </p>
      {notDone !== '' && <p role="alert">{notDone}</p>}
      {ended === undefined || isLeft(ended) ? (
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" onClick={() => void goOn()}>
            {ended?.kind === 'missing' ? 'Try again' : 'Go on'}
          </Button>
          <Button onClick={() => void forget()}>Forget it</Button>
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          {report?.link !== undefined && (
            <Link className="link break-all" href={report.link.href}>
              {report.link.label}
            </Link>
          )}
          <Button onClick={() => void forget()}>Dismiss</Button>
        </div>
      )}
    </Notice>
  )
}

const Elsewhere = ({ plan }: { plan: RepointPlan }) => {
  const [notDone, setNotDone] = useState(false)
  return (
    <Notice
      tone="warning"
      title={`In another project, re-pointing ${nameInText(plan.alias.key)} has not come to an end`}
    >
      <p>{stands[plan.stage]} That project’s page offers to go on.</p>
      {notDone && <p role="alert">{notForgottenText}</p>}
      <div className="flex flex-wrap items-center gap-3">
        <Link className="link" href={`/project/${plan.projectId}`}>
          Open that project
        </Link>
        <Button onClick={async () => setNotDone(!(await forgetRepoint(plan)))}>Forget it</Button>
      </div>
    </Notice>
  )
}
