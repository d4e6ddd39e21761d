import { useMissing, type Missing } from '../data/lazy-code'
import { holdsToken } from '../session/session'
import { Button } from '../ui/button'

const words: Record<Missing, string> = {
  late: 'It has not come yet, and is waited for.',
  lost: 'It cannot be reached, and is asked for again by itself.',
  stuck: `The server has it: reload the page to get it. What you typed is kept${holdsToken ? ', but for the token' : ''}.`,
}

/** Says that code of this page could not be had, and what to do about it. */
export const MissingCode = () => {
  const why = useMissing()
  if (why === undefined) return null
  return (
    <div role="alert" className="mb-4 grid justify-items-start gap-3 text-muted">
      <p className="max-w-prose">
        <strong className="font-semibold text-ink">A part of this page is missing.</strong> Whatever
        needs it sends nothing. {words[why]}
      </p>
      {why === 'stuck' && <Button onClick={() => location.reload()}>Reload</Button>}
    </div>
  )
}
