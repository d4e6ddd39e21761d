import { ServerWords } from '../alias/server-words'
import { Notice } from '../ui/notice'
import type { Words } from './words'

/** What came of an operation, inside the dialog that asked for it. */
export const ReportNotice = ({ words }: { words: Words }) => (
  <div role="alert">
    <Notice tone={words.tone} title={words.title}>
      <p>{words.text}</p>
      {words.failure && <ServerWords error={words.failure} />}
    </Notice>
  </div>
)
