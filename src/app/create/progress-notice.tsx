import { useState } from 'react'
import { callTimeout } from '../../qovery/send-call'
import { lostText } from '../operations/failure-text'
import { operations } from '../operations/in-browser'
import type { Progress } from '../operations/kind'
import type { CreateOperation } from '../operations/operation'
import { apiName } from '../data/setting'
import { Button } from '../ui/button'
import { secondOfDay, useNow } from '../ui/instant'
import { nameInText } from '../ui/name'
import { Notice } from '../ui/notice'
import { ownerWord } from '../words/owner-word'

interface ProgressNoticeProps {
  operation: CreateOperation
  progress: Progress
}

/** Says what a creation under way is waiting for, where it waits longer than a request takes. */
export const ProgressNotice = ({ operation, progress }: ProgressNoticeProps) => {
  const { id, owner } = operation
  const key = nameInText(operation.request.key)
  switch (progress.kind) {
    case 'sending':
      return <LongWait name={key} list={`the ${ownerWord(owner)}’s list`} />
    case 'waiting':
      return (
        <Notice tone="wait" title={`${apiName} asks to wait`} live>
          <p>
            Nothing was created yet. {key} will be sent again at {secondOfDay(progress.until)}
            <Countdown until={progress.until} />.
          </p>
          <div>
            <Button onClick={() => operations.cancel(id)}>Cancel</Button>
          </div>
        </Notice>
      )
    case 'confirming':
      return (
        <Notice tone="wait" title="Checking whether it happened" live>
          <p>
            {progress.failure.status === 409
              ? `${apiName} answered that ${key} exists already.`
              : `${lostText(progress.failure, apiName)}: ${key} may have been created.`}{' '}
            The {ownerWord(owner)}’s list is being read, attempt {progress.attempt} of{' '}
            {progress.attempts}. Nothing is sent twice.
          </p>
        </Notice>
      )
  }
}

// Seconds after which somebody wonders whether anything happens.
const wonders = 3

/** What is awaited, once it takes long, and what will happen if it does not come. */
const LongWait = ({ name, list }: { name: string; list: string }) => {
  const now = useNow()
  const [since] = useState(now)
  if (now - since < wonders * 1000) return null
  return (
    <Notice tone="wait" title="Waiting for the answer" live>
      <p>
        {name} was sent. If no answer comes within {callTimeout / 1000} s, {list} is read to see
        whether it was created; nothing is sent twice.
      </p>
    </Notice>
  )
}

// Seen, not read out each second: the time of day beside it says the same once.
const Countdown = ({ until }: { until: number }) => {
  const seconds = Math.max(0, Math.ceil((until - useNow()) / 1000))
  return <span aria-hidden="true" className="tabular-nums">{`, in ${seconds} s`}</span>
}
