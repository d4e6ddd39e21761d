import { ServerWords } from '../alias/server-words'
import { NamedText } from '../ui/named-text'
import { Notice } from '../ui/notice'
import { namesOf, type Operation } from './operation'
import type { Words } from './words'

interface ReportNoticeProps {
  words: Words
  /** What they are said of; undefined where nothing was begun. */
  operation: Operation | undefined
}

/** What came of an operation, inside the dialog that asked for it. */
export const ReportNotice = ({ words, operation }: ReportNoticeProps) => {
  const names = operation === undefined ? [] : namesOf(operation)
  return (
    <div role="alert">
      <Notice tone={words.tone} title={words.title} names={names}>
        <p>
          <NamedText text={words.text} names={names} />
        </p>
        {words.failure && <ServerWords error={words.failure} />}
      </Notice>
    </div>
  )
}
