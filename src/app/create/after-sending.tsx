import type { ReactNode, Ref } from 'react'
import { interruptedWords } from '../operations/interrupted-words'
import { operations } from '../operations/in-browser'
import { namesOf } from '../operations/operation'
import { rememberedText } from '../operations/remembered'
import type { Result } from '../operations/result'
import { wordsFor } from '../operations/use-operations'
import { ServerWords } from '../alias/server-words'
import { Button } from '../ui/button'
import { NamedText } from '../ui/name'
import { Notice } from '../ui/notice'
import type { Creation } from './current-creation'
import { ProgressNotice } from './progress-notice'

interface AfterSendingProps {
  creation: Creation
  headingRef: Ref<HTMLHeadingElement>
}

/** What a creation waits for, or what became of one that made nothing to be shown. */
export const AfterSending = ({ creation, headingRef }: AfterSendingProps) => {
  const { operation, mark, progress, result } = creation
  const { id } = operation
  const names = namesOf(operation)
  if (progress !== undefined) return <ProgressNotice operation={operation} progress={progress} />
  const check = () => void operations.resume(id)
  const again = () => void operations.sendAgain(id)
  const forget = () => void operations.forget(id)
  // The form says what was refused.
  if (result?.kind === 'refused' || result?.kind === 'conflict') return null
  const { tone, title, text, failure } = result
    ? wordsFor(operation, result)
    : interruptedWords(operation, mark)
  return (
    <Notice tone={tone} title={title} names={names} headingRef={headingRef}>
      <p>
        <NamedText text={text} names={names} /> {nextText(result)}
      </p>
      {result === undefined && (
        <Actions>
          <Button onClick={check}>Check now</Button>
          <Button onClick={forget}>Forget it</Button>
        </Actions>
      )}
      {result?.kind === 'unconfirmed' && (
        <Actions>
          <Button onClick={again}>Try again</Button>
          <Button onClick={check}>Check again</Button>
        </Actions>
      )}
      {result?.kind === 'unknown' && (
        <Actions>
          <Button onClick={check}>Check again</Button>
          <Button onClick={forget}>Forget it</Button>
        </Actions>
      )}
      {failure && <ServerWords error={failure} />}
    </Notice>
  )
}

const nextText = (result: Result | undefined) => {
  switch (result?.kind) {
    case 'unconfirmed':
      return 'Trying again is safe, it is the same submission.'
    case 'unknown':
      return `Check again when it can be read. ${rememberedText()}`
    case 'cancelled':
      return 'The form is as you left it.'
    default:
      return ''
  }
}

const Actions = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap gap-2">{children}</div>
)
