import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '../ui/button'
import { exactText } from '../ui/exact-text'
import { Field } from '../ui/field'
import { focusRefused } from '../ui/focus-refused'
import { moveFocus } from '../ui/move-focus'
import { Form } from '../ui/form'
import { usePrerendered } from '../ui/use-prerendered'
import { useSession, type Asking } from '../session/session'

// A text, since browsers fill in and offer to save whatever is of the type password, also where they are told not to: a
// token would end up in their store, or another program's password of this machine in a call to Qovery. Of a text that is
// not completed they keep nothing, not even to restore a session. The rest is what extensions go by.
const keptByNobody = {
  type: 'text',
  'data-1p-ignore': '',
  'data-bwignore': '',
  'data-lpignore': 'true',
  'data-form-type': 'other',
  'data-protonpass-ignore': 'true',
  'data-gramm': 'false',
} as const

interface CredentialPanelProps {
  /** The control's, and the beginning of all others. */
  id: string
  title: string
  /** Why it is asked for. */
  asking: Asking
  reason: string
  label: string
  hint: ReactNode
  /** What was wrong with one that was not typed here. */
  earlier?: string | undefined
  /** What the button says that takes it. */
  action: string
  /** Takes what was typed, or gives a sentence that says why not. */
  onUse: (typed: string) => Promise<string | undefined>
  /** It was taken, and this panel is about to go. */
  onTaken: () => void
  /** Below the button. */
  note?: ReactNode
  /** Beside that button. */
  children?: ReactNode
}

/** Asks for what the page needs to make calls. The field itself never keeps it. */
export const CredentialPanel = (props: CredentialPanelProps) => {
  const {
    id,
    title,
    asking,
    reason,
    label,
    hint,
    action,
    earlier,
    onUse,
    onTaken,
    note,
    children,
  } = props
  // A press before the script is there would be lost: it must not look as if it were taken.
  const prerendered = usePrerendered()
  const { asked } = useSession()
  const [found, setFound] = useState<string>()
  const problem = found ?? earlier
  const [checking, setChecking] = useState(false)
  const [shown, setShown] = useState(false)
  // Not a controlled field: React would write what is typed into the value attribute, where anything can read it.
  const input = useRef<HTMLInputElement>(null)
  const panel = useRef<HTMLElement>(null)

  useEffect(() => {
    // Whoever just opened the page is not interrupted; whoever lost what it needs in mid-work is brought here.
    if (asking === 'first' && asked === 0) return
    moveFocus(input.current, { preventScroll: true })
    // With the reason above it, and clear of the bar.
    panel.current?.scrollIntoView({ block: 'nearest' })
  }, [asking, asked])

  const use = async () => {
    if (checking || input.current === null) return
    setChecking(true)
    const wrong = await onUse(input.current.value)
    setChecking(false)
    setFound(wrong)
    if (wrong === undefined) onTaken()
    else focusRefused(id)
  }

  return (
    <section
      ref={panel}
      aria-labelledby={`${id}-title`}
      className="panel mb-6 grid max-w-[640px] gap-3 p-4"
    >
      <div>
        {/* No heading: the page's own, which all others are below, is yet to come. */}
        <p id={`${id}-title`} className="text-lead font-semibold">
          {title}
        </p>
        <p id={`${id}-reason`} className="text-muted">
          {reason}
        </p>
      </div>
      {/* Before its script is there Enter must do nothing: a form of a dialog, outside of one, sends nothing by itself. */}
      {/* The hint takes three lines on a phone and two elsewhere: a problem, whatever its length, takes no less. */}
      <Form
        method="dialog"
        onSubmit={() => void use()}
        className="grid gap-1 [&_[id$=-message]]:min-h-15 sm:[&_[id$=-message]]:min-h-10"
      >
        <Field
          id={id}
          label={label}
          problem={problem}
          hint={hint}
          control={(attributes) => (
            <div className="flex gap-2">
              <input
                {...attributes}
                {...exactText}
                {...keptByNobody}
                aria-describedby={`${id}-reason ${attributes['aria-describedby']}`}
                ref={input}
                className={`field-box h-9 font-mono text-small ${shown ? '' : 'masked'}`}
              />
              <Button
                aria-label={`Show ${id}`}
                aria-pressed={shown}
                busy={prerendered}
                onClick={() => setShown(!shown)}
              >
                Show
              </Button>
            </div>
          )}
        />
        <div className="flex gap-2">
          <Button
            type={prerendered ? 'button' : 'submit'}
            kind="primary"
            busy={checking || prerendered}
          >
            {checking ? `Checking ${id}…` : action}
          </Button>
          {children}
        </div>
      </Form>
      {note !== undefined && <p className="text-small text-muted">{note}</p>}
    </section>
  )
}
