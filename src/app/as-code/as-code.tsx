import { useId, useState, type ReactNode } from 'react'
import type { Snippet } from '../../rules/as-code/alias-plan'
import { CodeBlock } from './code-block'
import { CodeNotes } from './code-notes'

interface ToolSnippet {
  /** The tool, as people call it. */
  tool: string
  /** Writes it, once somebody looks: of a whole project that is a megabyte. */
  write: () => Snippet
}

interface AsCodeProps {
  title: string
  /** Level of its heading where it stands. */
  level: 2 | 3
  /** What to say where no tool can be told; the snippets are empty then. */
  disabledReason?: string | undefined
  snippets: ToolSnippet[]
}

/** The same thing for other tools, one open at a time: code to copy, and what the tool leaves out of it. */
export const AsCode = ({ title, level, disabledReason, snippets }: AsCodeProps) => {
  const Heading = `h${level}` as const
  const heading = useId()
  return (
    <section aria-labelledby={heading} className="panel min-w-0 p-4">
      <Heading id={heading} className="mb-1 text-body font-semibold">
        {title}
      </Heading>
      {disabledReason !== undefined && <p className="text-muted">{disabledReason}</p>}
      {snippets.map(({ tool, write }) => (
        <Tool key={tool} name={tool} group={heading}>
          {() => <Written tool={tool} {...write()} />}
        </Tool>
      ))}
    </section>
  )
}

interface ToolProps {
  name: string
  /** Of several, one is open at a time. */
  group: string
  children: () => ReactNode
}

const Tool = ({ name, group, children }: ToolProps) => {
  const [wasOpened, setOpened] = useState(false)
  return (
    <details
      name={group}
      onToggle={({ currentTarget: { open } }) => setOpened((before) => before || open)}
      className="border-line not-last:border-b"
    >
      {/* At once for whoever tabs on from it: it opens a moment later. */}
      <summary className="rounded-small py-1.5 text-small" onClick={() => setOpened(true)}>
        {name}
      </summary>
      <div className="grid gap-2 pb-3">{wasOpened && children()}</div>
    </details>
  )
}

const Written = ({ tool, code, notes }: Snippet & { tool: string }) => (
  <>
    {code === null ? (
      <p className="text-small text-muted">{tool} cannot make this.</p>
    ) : (
      <CodeBlock what={`${tool} code`} code={code} />
    )}
    <CodeNotes about={`About ${tool}`} notes={notes} />
  </>
)
