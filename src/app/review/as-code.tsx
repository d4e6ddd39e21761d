import { useId } from 'react'
import type { Snippet } from '../../qovery/as-code/alias-plan'
import { CopyButton } from '../ui/copy-button'
import { Icon } from '../ui/icon'

interface ToolSnippet extends Snippet {
  /** The tool, as people call it. */
  tool: string
}

interface AsCodeProps {
  title: string
  /** Level of its heading where it stands. */
  level: 2 | 3
  snippets: ToolSnippet[]
}

/** The same thing for other tools, one open at a time: code to copy, and what the tool leaves out of it. */
export const AsCode = ({ title, level, snippets }: AsCodeProps) => {
  const Heading = `h${level}` as const
  const heading = useId()
  return (
    <section aria-labelledby={heading} className="panel min-w-0 p-4">
      <Heading id={heading} className="mb-1 text-body font-semibold">
        {title}
      </Heading>
      {snippets.map(({ tool, code, notes }) => (
        <details key={tool} name={heading} className="border-line not-last:border-b">
          <summary className="rounded-small py-1.5 text-small">{tool}</summary>
          <div className="grid gap-2 pb-3">
            {code === null ? (
              <p className="text-small text-muted">{tool} cannot make this.</p>
            ) : (
              <div className="relative rounded-card bg-sunken">
                <pre className="p-3 pr-10 font-mono text-small break-all whitespace-pre-wrap">
                  {code}
                </pre>
                <span className="absolute top-2 right-2">
                  <CopyButton what={`${tool} code`} text={code} />
                </span>
              </div>
            )}
            {notes.length > 0 && (
              <ul aria-label={`About ${tool}`} className="grid gap-1 text-small text-muted">
                {notes.map((note) => (
                  <li key={note} className="flex gap-1.5">
                    <Icon name="info" className="mt-0.5" />
                    <span className="min-w-0 break-words">{note}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </details>
      ))}
    </section>
  )
}
