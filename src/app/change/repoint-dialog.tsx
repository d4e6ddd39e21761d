import { useId, useState } from 'react'
import type { Secret } from '../../qovery/schema'
import { isLeft } from '../outcome/repoint'
import { sameId } from '../outcome/same-secret'
import { peer } from '../session/setting'
import { Button } from '../ui/button'
import { cut } from '../ui/cut'
import { Dialog } from '../ui/dialog'
import type { Report } from './report'
import { findTarget } from './find-target'
import { repointReport } from './repoint-report'
import { forgetRepoint, startRepoint, useRepoint } from './repoint-run'
import { RepointSteps } from './repoint-steps'
import { TargetField } from './target-field'

interface RepointDialogProps {
  projectId: string
  alias: Secret
  secrets: readonly Secret[]
  onClose: () => void
  onDone: (report: Report) => void
}

/** Points an alias at another secret, and says at each step where it stands. */
export const RepointDialog = (props: RepointDialogProps) => {
  const { projectId, alias, secrets, onClose, onDone } = props
  const id = useId()
  const state = useRepoint()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState('')
  const from = alias.aliased_secret
  const submit = async () => {
    if (state.kind === 'busy' || from === null || from === undefined) return
    const target = findTarget(typed, secrets, alias)
    if ('problem' in target) {
      setProblem(target.problem)
      document.getElementById(id)?.focus()
      return
    }
    const to = { id: target.secret.id, key: target.secret.key }
    const plan = { projectId, alias, from: { id: from.id, key: from.key }, to }
    await startRepoint({ ...plan, stage: 'deleting', submissionId: null })
  }

  if (state.kind === 'done' && sameId(state.plan.alias.id, alias.id)) {
    const report = repointReport(state.ended, state.plan, peer)
    return (
      <Dialog title={report.title} onClose={onClose}>
        <p role="status">{report.text}</p>
        <div>
          <Button
            kind="primary"
            onClick={() => {
              // What has not come to an end stays on the page, with what can be done about it.
              if (isLeft(state.ended)) return onClose()
              forgetRepoint(false)
              onDone(report)
            }}
          >
            Close
          </Button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog
      title={
        <>
          Re-point <bdi className="font-mono break-all">{cut(alias.key)}</bdi>
        </>
      }
      onClose={onClose}
    >
      {from === null || from === undefined ? (
        <>
          <p>
            What it points at is not known, so it could not be brought back if the second step
            failed. Delete it, then create it anew.
          </p>
          <div>
            <Button onClick={onClose}>Close</Button>
          </div>
        </>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void submit()
          }}
          className="grid gap-3"
        >
          <p>
            It points at <bdi className="font-mono break-all">{cut(from.key)}</bdi>. {peer} cannot
            move an alias, so it is deleted and made again; for a moment it does not exist. If it
            cannot be made again, the old one is brought back.
          </p>
          {state.kind === 'busy' ? (
            <RepointSteps plan={state.plan} progress={state.progress} />
          ) : (
            <TargetField
              id={id}
              alias={alias}
              secrets={secrets}
              value={typed}
              problem={
                state.kind === 'not-started'
                  ? 'Nothing was sent: another tab is re-pointing an alias, or a part of this page could not be loaded. Try again.'
                  : problem
              }
              onChange={(text) => {
                setTyped(text)
                setProblem('')
              }}
            />
          )}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" kind="primary" busy={state.kind === 'busy'}>
              {state.kind === 'busy' ? 'Re-pointing…' : 'Re-point'}
            </Button>
            <Button onClick={onClose}>{state.kind === 'busy' ? 'Hide' : 'Cancel'}</Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
