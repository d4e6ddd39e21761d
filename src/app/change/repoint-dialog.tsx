import { useId, useLayoutEffect, useState } from 'react'
import type { Secret, SecretList } from '../../qovery/schema'
import type { Repointing } from '../outcome/repoint'
import type { RepointPlan } from '../outcome/repoint-plan'
import { sameId } from '../outcome/same-secret'
import { peer } from '../session/setting'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Form } from '../ui/form'
import { findTarget } from './find-target'
import { notStartedText } from './not-started'
import { RepointSteps } from './repoint-steps'
import { startRepoint, useRepoints } from './repoints'
import { TargetField } from './target-field'
import { Name } from '../ui/name'

interface RepointDialogProps {
  projectId: string
  alias: Secret
  list: SecretList
  onClose: () => void
  /** Called once it has come to an end, before that is drawn. */
  onEnded: (end: { plan: RepointPlan; ended: Repointing }) => void
}

/** Points an alias at another secret, and says at each step where it stands. */
export const RepointDialog = (props: RepointDialogProps) => {
  const { projectId, alias, list, onClose, onEnded } = props
  const id = useId()
  const { busy, ended, left } = useRepoints()
  const isOfAlias = ({ plan }: { plan: RepointPlan }) => sameId(plan.alias.id, alias.id)
  const news = ended.find(isOfAlias)
  // What had ended before is no answer to what is asked here.
  const [known] = useState(news)
  const earlier = left.find((plan) => isOfAlias({ plan }))
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState('')
  const from = alias.aliased_secret
  const submit = async () => {
    if (busy !== undefined || from === null) return
    const target = findTarget(typed, list, alias)
    if ('problem' in target) {
      setProblem(target.problem)
      document.getElementById(id)?.focus()
      return
    }
    const to = { id: target.secret.id, key: target.secret.key }
    const plan = { projectId, alias, from: { id: from.id, key: from.key }, to }
    const notStarted = await startRepoint({ ...plan, stage: 'deleting', submissionId: null })
    if (notStarted !== undefined) setProblem(notStartedText[notStarted])
  }

  useLayoutEffect(() => {
    if (news !== undefined && news !== known) onEnded(news)
  }, [news, known, onEnded])

  return (
    <Dialog
      title={
        <>
          Re-point <Name of={alias.key} />
        </>
      }
      onClose={onClose}
    >
      {from === null ? (
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
        <Form onSubmit={() => void submit()} className="grid gap-3">
          <p>
            It points at <Name of={from.key} />. {peer} cannot move an alias, so it is deleted and
            made again; for a moment it does not exist. If it cannot be made again, the old one is
            brought back.
          </p>
          {busy === undefined && earlier !== undefined && (
            <p>
              An earlier re-pointing of it to <Name of={earlier.to.key} /> has not come to an end.
              This one takes its place.
            </p>
          )}
          {busy === undefined ? (
            <TargetField
              id={id}
              alias={alias}
              list={list}
              value={typed}
              problem={problem}
              onChange={(text) => {
                setTyped(text)
                setProblem('')
              }}
            />
          ) : (
            <RepointSteps {...busy} />
          )}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" kind="primary" busy={busy !== undefined}>
              {busy === undefined ? 'Re-point' : 'Re-pointing…'}
            </Button>
            <Button onClick={onClose}>{busy === undefined ? 'Cancel' : 'Hide'}</Button>
          </div>
        </Form>
      )}
    </Dialog>
  )
}
