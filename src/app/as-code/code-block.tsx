import { CopyButton } from '../ui/copy-button'
import { LongText, shortenLines } from '../ui/long-text'

interface CodeBlockProps {
  /** What it is, as the copy button and a screen reader say it. */
  what: string
  code: string
  /** Less of it in sight at once, as where a question below it must stay so. */
  low?: boolean
}

/** Code to take along: all of it is copied, however much of it is in sight. */
export const CodeBlock = ({ what, code, low = false }: CodeBlockProps) => (
  <div className="relative rounded-card border border-line bg-sunken">
    <LongText text={code} shortened={shortenLines(code)} className="mx-3 mb-2">
      {(shown) => (
        <pre
          translate="no"
          role="region"
          aria-label={what}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long code scrolls by itself: the keyboard must reach it
          tabIndex={0}
          className={`${low ? 'max-h-48' : 'max-h-72'} overflow-y-auto rounded-card p-3 pr-10 font-mono text-small wrap-anywhere whitespace-pre-wrap`}
        >
          {shown}
        </pre>
      )}
    </LongText>
    <span className="absolute top-2 right-2 rounded-small bg-sunken">
      <CopyButton what={what} text={code} />
    </span>
  </div>
)
