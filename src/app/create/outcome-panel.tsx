import '../ui/app.css'
import { memo, useEffect, useMemo, useRef, type Ref } from 'react'
import { Link } from 'wouter'
import { secretPath } from '../../rules/page-paths'
import type { Secret } from '../../qovery/schema'
import { AliasAsCode } from '../as-code/alias-as-code'
import { UndoButton } from '../change/undo-button'
import { takesFocus } from '../operations/asked-here'
import { operations } from '../operations/in-browser'
import type { CreateOperation } from '../operations/operation'
import { notStartedWords } from '../operations/not-started'
import { useNextSteps } from '../operations/next-steps'
import { useSeen } from '../operations/use-operations'
import { AliasPanel, type AliasPanelProps } from '../alias/alias-panel'
import { madeAlias } from '../alias/made-alias'
import { useSession } from '../session/session'
import { moveFocus } from '../ui/move-focus'
import { Name, nameInText } from '../ui/name'
import { Notice } from '../ui/notice'
import { AfterSending } from './after-sending'
import { begin, useCreation, type Creation } from './current-creation'
import { plannedAlias, usePlan, type Plan } from './planned-alias'

/** The right-hand side: what will be created, or what became of the last creation. */
export const OutcomePanel = () => <Outcome plan={usePlan()} />

// Drawn when the plan is another one, and not for each letter that may make it so.
const Outcome = memo(({ plan }: { plan: Plan }) => {
  const creation = useCreation()
  const heading = useFocusOnResult(creation)
  const id = creation?.operation.id
  const steps = useNextSteps(id)
  const panel = useRef<HTMLDivElement>(null)
  useSeen(creation)
  useEffect(() => {
    if (id === undefined) return undefined
    const leave = operations.attend(id)
    const drawn = panel.current
    return () => {
      // Somebody who goes on from here has seen it. While other code comes, React hides what stays in the document.
      if (drawn?.isConnected !== true) begin()
      // Nor does anybody await its result here.
      takesFocus(id)
      leave()
    }
  }, [id])
  const { ready } = useSession()
  const { operation, result, isPast = false, isRestored = false } = creation ?? {}
  // After a reload it stands there again, as long as nothing is begun in the form.
  const isBehind = isPast && !(isRestored && plan.key === '' && plan.description === '')
  // What Qovery gave out of a secret goes from the screen with the token, and comes back with one.
  const alias = ready && result?.kind === 'done' ? result.secret : null
  const planned = useMemo(() => plannedAlias(plan), [plan])
  const created = operation === undefined || alias === null ? undefined : { operation, alias }
  return (
    <div ref={panel} className="isolate grid min-w-0 gap-3">
      {creation !== undefined && result?.kind !== 'done' && (
        <AfterSending creation={creation} steps={steps} headingRef={heading} />
      )}
      {creation === undefined && steps.problem !== '' && (
        <Notice tone="warning" title={notStartedWords.busy.title}>
          <p role="alert">{steps.problem}</p>
        </Notice>
      )}
      <AliasPanel
        {...(created === undefined || isBehind
          ? planned
          : createdAlias({ ...created, headingRef: heading }))}
      />
      {created !== undefined && isBehind && (
        <div className="flex flex-wrap items-baseline gap-x-3 text-small text-muted">
          <p>
            Created before:{' '}
            <Link className="link" href={secretPath(created.operation.owner, created.alias.id)}>
              <Name of={created.alias.key} />
            </Link>
          </p>
          <UndoButton {...created} />
        </div>
      )}
    </div>
  )
})

interface CreatedAlias {
  operation: CreateOperation
  alias: Secret
  headingRef: Ref<HTMLHeadingElement>
}

/** What was created, and what can be done about it. */
const createdAlias = ({ operation, alias, headingRef }: CreatedAlias): AliasPanelProps => {
  const { owner, request } = operation
  const page = secretPath(owner, alias.id)
  return madeAlias({
    alias,
    isNew: true,
    address: `${location.origin}${page}`,
    headingRef,
    actions: (
      <>
        <Link className="link" href={page}>
          Open
        </Link>
        <UndoButton operation={operation} alias={alias} />
      </>
    ),
    notice: alias.key !== request.key && (
      <Notice tone="warning" title="The server chose another key">
        <p>
          {nameInText(request.key)} was sent, and {nameInText(alias.key)} was created. Use the key
          that was created, or delete it.
        </p>
      </Notice>
    ),
    after: <AliasAsCode owner={owner} alias={alias} level={3} />,
  })
}

/** Focus follows a result that was awaited here, not one that an earlier page left: that comes while somebody types. */
const useFocusOnResult = (creation: Creation | undefined) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const isAwaited = useRef(false)
  const { progress, result, operation } = creation ?? {}
  const isUnderWay = progress !== undefined
  const id = operation?.id
  useEffect(() => {
    if (isUnderWay) isAwaited.current = true
    if (isUnderWay || result === undefined || id === undefined) return
    // It can have come before this was drawn for the first time.
    const wasAsked = takesFocus(id)
    if (wasAsked || isAwaited.current) moveFocus(heading.current)
    isAwaited.current = false
  }, [isUnderWay, result, id])
  return heading
}
