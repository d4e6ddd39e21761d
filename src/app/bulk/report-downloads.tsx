import { saveFile } from '../data/save-file'
import { listSeparator } from '../data/write-table'
import { asked } from '../operations/use-operations'
import { Button } from '../ui/button'
import { writeCsv, writeJson, writeMarkdown } from './report/write-report'
import type { JobView } from './run/bulk-job'

const forms = [
  { label: 'CSV', ending: 'csv', type: 'text/csv' },
  { label: 'JSON', ending: 'json', type: 'application/json' },
  { label: 'Markdown', ending: 'md', type: 'text/markdown' },
] as const

/** The report as a file. Read in again, it sends nothing. */
export const ReportDownloads = ({ view: { job, rows } }: { view: JobView }) => {
  if (job === undefined) return null
  const save = ({ ending, type }: (typeof forms)[number]) => {
    const report = { job, rows, asked: asked() }
    const text = {
      csv: () => writeCsv(report, listSeparator()),
      json: () => writeJson(report),
      md: () => writeMarkdown(report),
    }[ending]()
    const day = new Date(job.startedAt).toISOString().slice(0, 10)
    saveFile(`aliases-${day}.${ending}`, text, type)
  }
  return (
    <span className="flex flex-wrap items-center gap-2">
      Download
      {forms.map((form) => (
        <Button key={form.ending} aria-label={`Report as ${form.label}`} onClick={() => save(form)}>
          {form.label}
        </Button>
      ))}
    </span>
  )
}
