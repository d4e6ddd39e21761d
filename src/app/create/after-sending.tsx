import type { Ref } from 'react'
import { interruptedWords } from '../operations/interrupted-words'
import { NextSteps, nextText, type Steps } from '../operations/next-steps'
import { namesOf } from '../operations/operation'
import { isOpen } from '../operations/result'
import { wordsFor } from '../operations/use-operations'
import { ServerWords } from '../alias/server-words'
import { NamedText } from '../ui/named-text'
import { Notice } from '../ui/notice'
import type { Creation } from './current-creation'
import { ProgressNotice } from './progress-notice'

interface AfterSendingProps {
  creation: Creation
  steps: Steps
  headingRef: Ref<HTMLHeadingElement>
}

/** What a creation waits for, or what became of one that made nothing to be shown. */
export const AfterSending = ({ creation, steps, headingRef }: AfterSendingProps) => {
  const { operation, mark, progress, result } = creation
  const names = namesOf(operation)
  if (progress !== undefined) return <ProgressNotice operation={operation} progress={progress} />
  // The form says what was refused.
  if (result?.kind === 'refused' || result?.kind === 'conflict') return null
  const { tone, title, text, failure } = result
    ? wordsFor(operation, result)
    : interruptedWords(operation, mark)
  const isUnsettled = result === undefined || isOpen(result)
  return (
    <Notice tone={tone} title={title} names={names} headingRef={headingRef}>
      <p>
        <NamedText text={text} names={names} /> {isUnsettled && nextText(operation.kind, result)}
        {result?.kind === 'cancelled' && 'The form is as you left it.'}
      </p>
      {steps.problem !== '' && <p role="alert">{steps.problem}</p>}
      {isUnsettled && (
        <div className="flex flex-wrap gap-2">
          <NextSteps status={creation} steps={steps} />
        </div>
      )}
      {failure && <ServerWords error={failure} />}
    </Notice>
  )
}
