import type { Format } from './input/input-row'

/** What each form that aliases are given in is called inside a sentence. */
export const formatNames: Record<Format, string> = {
  lines: 'ALIAS=TARGET lines',
  table: 'a table',
  json: 'JSON',
  yaml: 'YAML',
  terraform: 'Terraform',
  markdown: 'a Markdown table',
}
const isFormat = (text: string): text is Format => Object.hasOwn(formatNames, text)

interface FormatFieldProps {
  /** Undefined: as it is found to be. */
  format: Format | undefined
  onFormat: (format: Format | undefined) => void
}

/** Which form a text is read in, for one that is taken for another. */
export const FormatField = ({ format, onFormat }: FormatFieldProps) => (
  <label className="ml-auto flex flex-wrap items-center gap-2 text-small text-muted">
    Format
    <select
      value={format ?? ''}
      onChange={({ target }) => onFormat(isFormat(target.value) ? target.value : undefined)}
      className="min-h-8 rounded-card border border-control px-2 text-ink"
    >
      <option value="">detect</option>
      {Object.entries(formatNames).map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  </label>
)
