import { ServerWords } from '../review/server-words'
import { Notice } from '../ui/notice'
import type { Report } from './report'

/** What came of a change, inside the dialog that asked for it. */
export const ReportNotice = ({ report }: { report: Report }) => (
  <div role="alert">
    <Notice tone={report.tone} title={report.title}>
      <p>{report.text}</p>
      {report.error !== undefined && <ServerWords error={report.error} />}
    </Notice>
  </div>
)
