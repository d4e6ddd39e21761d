import type { ReactNode, Ref } from 'react'

interface SwitchProps {
  id: string
  label: string
  hint: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  box?: Ref<HTMLInputElement>
}

export const Switch = ({ id, label, hint, checked, onChange, box }: SwitchProps) => (
  <div className="isolate grid grid-cols-[auto_1fr] items-start gap-x-3">
    <input
      ref={box}
      id={id}
      type="checkbox"
      role="switch"
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
      aria-describedby={`${id}-message`}
      className="relative mt-px h-6 w-10 cursor-pointer appearance-none rounded-full border border-control bg-surface before:absolute before:top-1 before:left-1 before:size-3.5 before:rounded-full before:bg-control checked:border-accent checked:bg-accent checked:before:left-[21px] checked:before:bg-on-accent forced-colors:appearance-auto"
    />
    <div className="min-w-0">
      <label htmlFor={id} className="leading-6 font-semibold max-sm:py-3">
        {label}
      </label>
      <div id={`${id}-message`} className="min-h-5 text-small wrap-anywhere text-muted">
        {hint}
      </div>
    </div>
  </div>
)
