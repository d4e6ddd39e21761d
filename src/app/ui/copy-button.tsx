import { useState } from 'react'
import { Icon } from './icon'

interface CopyButtonProps {
  /** What is copied, as the button's name says it: "Copy ID". */
  what: string
  text: string
  /** Words on the button; without them it is an icon. */
  children?: string
}

/** Copies and says so in place; a browser that refuses is said too, since the text can be selected by hand. */
export const CopyButton = ({ what, text, children }: CopyButtonProps) => {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('refused')
    }
  }
  const said = { idle: '', copied: `${what} copied`, refused: `Select the text to copy it` }[state]
  return (
    <button
      type="button"
      title={said === '' ? `Copy ${what}` : said}
      onClick={() => void copy()}
      onBlur={() => setState('idle')}
      className={`inline-flex min-h-6 min-w-6 items-center justify-center gap-1.5 rounded-small text-small ${state === 'copied' ? 'text-ok' : 'text-muted'} hover:text-ink`}
    >
      <Icon name={state === 'copied' ? 'check' : state === 'refused' ? 'warning' : 'copy'} />
      <span className={children === undefined ? 'sr-only' : ''}>{children ?? `Copy ${what}`}</span>
      <span role="status" className="sr-only">
        {said}
      </span>
    </button>
  )
}
