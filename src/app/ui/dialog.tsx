import { useId, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'

interface DialogProps {
  title: ReactNode
  /** Called when somebody closed it by Escape. To close it, do not draw it: focus then returns to where it was. */
  onClose: () => void
  /** What has focus at first, where that is not the first thing that can have it. */
  first?: RefObject<HTMLElement | null>
  children: ReactNode
}

/** A question that must be answered first. The platform keeps focus inside and gives it back. */
export const Dialog = ({ title, onClose, first, children }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  // A modal has no declarative form. It is closed before it leaves the page: only then does the platform return focus.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    first?.current?.focus()
    return () => element?.close()
  }, [first])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose()
      }}
      className="m-auto max-h-[calc(100dvh-32px)] w-[min(560px,calc(100vw-32px))] overflow-y-auto rounded-card border border-control bg-raised p-5 text-ink shadow-xl backdrop:bg-black/50"
    >
      <h2 id={heading} className="mb-3 text-lead font-semibold wrap-anywhere">
        {title}
      </h2>
      <div className="grid gap-3">{children}</div>
    </dialog>
  )
}
