import { peer } from '../session/setting'
import { Link } from 'wouter'
import { Button } from '../ui/button'
import { cut } from '../ui/cut'
import { Notice } from '../ui/notice'
import { repointReport } from './repoint-report'
import {
  forgetRepoint,
  startRepoint,
  useLeftRepoint,
  useRepoint,
  type RepointState,
} from './repoint-run'
import { RepointSteps } from './repoint-steps'

const stands = {
  deleting: 'The old alias was about to be deleted, so it may be gone.',
  creating: 'The old alias is deleted. The new one may not have been made yet.',
  restoring: 'The new one could not be made, and the old one may not be back yet.',
}

/** On the pages of a project: a re-pointing that a reload cut off, that goes on unseen, or that needs somebody. */
export const RepointNotice = ({ projectId }: { projectId: string }) => {
  const state = useRepoint()
  const left = useLeftRepoint()
  if (state.kind === 'busy' && state.plan.projectId === projectId) {
    return (
      <div className="mb-4">
        <Notice tone="wait" title={`Re-pointing ${cut(state.plan.alias.key)}`}>
          <RepointSteps plan={state.plan} progress={state.progress} />
        </Notice>
      </div>
    )
  }
  if (state.kind === 'done' && left === undefined && state.plan.projectId === projectId) {
    return <Ended state={state} />
  }
  if (left === undefined || left.projectId !== projectId) return null
  const ended = state.kind === 'done' && state.plan.alias.id === left.alias.id ? state : undefined
  const report = ended && repointReport(ended.ended, ended.plan, peer)
  return (
    <div className="mb-4">
      <Notice
        tone="warning"
        title={report?.title ?? `Re-pointing ${cut(left.alias.key)} was cut off`}
        live={report !== undefined}
      >
        <p>
          {report?.text ??
            `${stands[left.stage]} It was to point at ${cut(left.to.key)} instead of ${cut(left.from.key)}. Going on looks first, and makes nothing twice.`}
          {state.kind === 'not-started' && ' Another tab is at it right now.'}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" onClick={() => void startRepoint(left)}>
            {ended?.ended.kind === 'missing' ? 'Try again' : 'Go on'}
          </Button>
          <Button onClick={() => forgetRepoint(true)}>Forget it</Button>
        </div>
      </Notice>
    </div>
  )
}

/** For whoever hid the dialog before it ended. */
const Ended = ({ state }: { state: Extract<RepointState, { kind: 'done' }> }) => {
  const { tone, title, text, link } = repointReport(state.ended, state.plan, peer)
  return (
    <div className="mb-4">
      <Notice tone={tone} title={title} live>
        <p>{text}</p>
        <div className="flex flex-wrap items-center gap-3">
          {link !== undefined && (
            <Link className="link break-all" href={link.href}>
              {link.label}
            </Link>
          )}
          <Button onClick={() => forgetRepoint(false)}>Dismiss</Button>
        </div>
      </Notice>
    </div>
  )
}
