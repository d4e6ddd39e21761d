import { useEffect, useRef, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { isSameOwner, type Owner } from '../../qovery/owner'
import { ownerPath, readPath } from '../../rules/page-paths'
import { ServerWords } from '../alias/server-words'
import { useSession } from '../session/session'
import { Button } from '../ui/button'
import { nameInText } from '../ui/name'
import { NamedText } from '../ui/named-text'
import { Notice } from '../ui/notice'
import { useFocusKept } from '../ui/use-focus-kept'
import type { Wish } from './agreed'
import { takesFocus } from './asked-here'
import { operations } from './in-browser'
import { interruptedWords, underWayWords } from './interrupted-words'
import { NextSteps, nextText, useNextSteps } from './next-steps'
import { keyOf, namesOf, type Operation } from './operation'
import type { Status } from './statuses'
import { RepointSteps } from './repoint-steps'
import { isOpen, type Result } from './result'
import { undoOf } from './undo'
import { isBeingUndone, startUndo, useSeen, wordsFor } from './use-operations'
import type { Words } from './words'
import { ownerWord } from '../words/owner-word'

interface OperationNoticeProps {
  status: Status
  /** Whether focus stays where it is, though somebody awaits this. */
  keepsFocus?: boolean
}

/** Where one operation stands, and what can be done about it. */
export const OperationNotice = ({ status, keepsFocus = false }: OperationNoticeProps) => {
  const { operation, progress, result, isElsewhere } = status
  const { id } = operation
  const names = namesOf(operation)
  const steps = useNextSteps(id)
  const { ready } = useSession()
  const [path] = useLocation()
  const heading = useRef<HTMLHeadingElement>(null)
  useSeen(status)
  useFocusKept(() => heading.current, progress === undefined ? (result?.kind ?? 'open') : 'busy')
  useEffect(() => {
    if (result !== undefined && takesFocus(id) && !keepsFocus) heading.current?.focus()
  }, [id, result, keepsFocus])

  if (progress !== undefined) {
    const { title, text } = underWayWords(operation, progress)
    return (
      <Notice
        tone="wait"
        title={title}
        names={names}
        headingRef={heading}
        // The steps tell by themselves how far they are.
        live={operation.kind !== 'repoint'}
      >
        {operation.kind === 'repoint' ? (
          <RepointSteps operation={operation} progress={progress} />
        ) : (
          <p>
            <NamedText text={text} names={names} />
          </p>
        )}
      </Notice>
    )
  }
  const undo = result && offeredUndo(operation, result)
  const takeBack = () => {
    // A second press of it is the same wish.
    if (undo === undefined || isBeingUndone(id)) return
    steps.attempt(async () => {
      const why = await startUndo(undo)
      if (why === undefined) void operations.forget(id)
      return why
    })
  }
  const problem = steps.problem !== '' && <p role="alert">{steps.problem}</p>
  // Between its two steps an alias does not exist: its owner's page is where to decide about it.
  const isFar = operation.kind === 'repoint' && !isPageOf(operation.owner, path)
  const isUnsettled = result === undefined || isOpen(result)

  if (isUnsettled && (isFar || isElsewhere)) {
    const { text } = interruptedWords(operation, status.mark)
    const word = ownerWord(operation.owner)
    return (
      <Notice
        tone="warning"
        title={
          isElsewhere
            ? `In another tab, re-pointing ${nameInText(keyOf(operation))} is under way`
            : `In another ${word}, re-pointing ${nameInText(keyOf(operation))} has not come to an end`
        }
        names={names}
        headingRef={heading}
      >
        <p>
          <NamedText text={isElsewhere ? 'That tab tells what comes of it.' : text} names={names} />{' '}
          {isFar && !isElsewhere && `That ${word}’s page offers to go on.`}
        </p>
        {problem}
        <Actions>
          {isFar && (
            <Link className="link" href={ownerPath(operation.owner)}>
              Open that {word}
            </Link>
          )}
          <Button onClick={steps.forget}>Forget it</Button>
        </Actions>
      </Notice>
    )
  }
  const words = wordsHere(status)
  return (
    <Notice
      tone={words.tone}
      title={words.title}
      names={names}
      live={result !== undefined}
      headingRef={heading}
    >
      <p>
        <NamedText text={words.text} names={names} />{' '}
        {isUnsettled && nextText(operation.kind, result)}
      </p>
      {problem}
      {words.failure && <ServerWords error={words.failure} />}
      <Actions>
        {words.link !== undefined && (
          <Link className="link break-all" href={words.link.href}>
            <NamedText text={words.link.label} names={names} />
          </Link>
        )}
        {undo !== undefined && (
          <Button
            busy={!ready}
            onClick={takeBack}
            data-undo={operation.agreedAt}
            aria-keyshortcuts="Control+Z Meta+Z"
          >
            Undo
          </Button>
        )}
        {!isUnsettled && <Button onClick={steps.forget}>Dismiss</Button>}
        {isUnsettled && <NextSteps status={status} steps={steps} />}
      </Actions>
    </Notice>
  )
}

/** What takes back what was just done; an undo is not taken back in turn. */
const offeredUndo = (operation: Operation, result: Result): Wish | undefined => {
  if (operation.undoesId !== undefined) return undefined
  const undo = undoOf({ operation, result })
  return 'wish' in undo ? undo.wish : undefined
}

const wordsHere = ({ operation, mark, result }: Status): Words => {
  if (result === undefined) return interruptedWords(operation, mark)
  const words = wordsFor(operation, result)
  // The form says the same of the one that it shows.
  return operation.kind === 'create' && result.kind === 'unknown'
    ? {
        ...words,
        title: 'An earlier outcome is unknown',
        text: `Whether ${nameInText(keyOf(operation))} was created is not known yet. ${words.text}`,
      }
    : words
}

const isPageOf = (owner: Owner, path: string) => {
  const page = readPath(path)
  return page !== undefined && 'owner' in page && isSameOwner(page.owner, owner)
}

const Actions = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-3">{children}</div>
)
