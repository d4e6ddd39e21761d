import { useRef, type ReactNode } from 'react'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'

interface JobQuestionProps {
  title: string
  /** What happens then, and what is lost by it. */
  children: ReactNode
  yes: string
  no: string
  onYes: () => void
  onNo: () => void
}

/** Asks before something of a job is lost. */
export const JobQuestion = ({ title, children, yes, no, onYes, onNo }: JobQuestionProps) => {
  const stay = useRef<HTMLButtonElement>(null)
  return (
    <Dialog title={title} onClose={onNo} first={stay}>
      <p>{children}</p>
      <div className="flex flex-wrap gap-2">
        {/* The second half of a double click on what asked is no answer. */}
        <Button kind="danger" onClick={({ detail }) => detail < 2 && onYes()}>
          {yes}
        </Button>
        <Button ref={stay} onClick={onNo}>
          {no}
        </Button>
      </div>
    </Dialog>
  )
}
