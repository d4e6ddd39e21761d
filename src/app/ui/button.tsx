import type { ComponentProps, ReactNode } from 'react'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  kind?: 'primary' | 'plain' | 'danger'
  /** Busy keeps focus and says so; the press is ignored. */
  busy?: boolean
  children: ReactNode
}

const kinds = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-strong',
  danger: 'border-danger bg-surface text-danger hover:bg-danger-tint',
  plain: 'border-control bg-surface text-ink hover:bg-sunken',
}

export const buttonShape =
  'inline-flex min-h-8 items-center gap-2 rounded-small border px-3 font-semibold'

export const Button = ({ kind = 'plain', busy = false, onClick, ...rest }: ButtonProps) => (
  <button
    type="button"
    {...rest}
    onClick={(event) => {
      if (busy) event.preventDefault()
      else onClick?.(event)
    }}
    aria-disabled={busy}
    className={`${buttonShape} aria-disabled:cursor-progress aria-disabled:opacity-80 aria-pressed:border-accent aria-pressed:bg-accent-tint ${kinds[kind]}`}
  />
)
