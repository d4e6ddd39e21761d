import type { ReactNode, Ref } from 'react'
import { Icon, type IconName } from './icon'
import { NamedText } from './named-text'

const tones = {
  ok: { box: 'border-ok bg-ok-tint', mark: 'text-ok', icon: 'check' },
  info: { box: 'border-line bg-sunken', mark: 'text-muted', icon: 'info' },
  wait: { box: 'border-accent bg-accent-tint', mark: 'text-accent', icon: 'wait' },
  warning: { box: 'border-warning bg-warning-tint', mark: 'text-warning', icon: 'warning' },
  danger: { box: 'border-danger bg-danger-tint', mark: 'text-danger', icon: 'problem' },
} as const satisfies Record<string, { box: string; mark: string; icon: IconName }>

const none: readonly string[] = []

interface NoticeProps {
  tone: keyof typeof tones
  title: string
  /** Names that stand in the title. */
  names?: readonly string[]
  children?: ReactNode
  /** Where focus goes when the notice is the answer to what somebody just did. */
  headingRef?: Ref<HTMLHeadingElement>
  /** For what changes by itself while nobody's focus is on it. */
  live?: boolean
}

export const Notice = ({
  tone,
  title,
  names = none,
  children,
  headingRef,
  live = false,
}: NoticeProps) => {
  const { box, mark, icon } = tones[tone]
  return (
    <div
      className={`flex gap-2 rounded-card border p-3 ${box}`}
      {...(live ? { role: 'status' } : {})}
    >
      <Icon name={icon} className={`mt-0.5 ${mark}`} />
      <div className="grid min-w-0 flex-1 gap-2 wrap-anywhere">
        <h2 ref={headingRef} tabIndex={-1} className="font-semibold">
          <NamedText text={title} names={names} />
        </h2>
        {children}
      </div>
    </div>
  )
}
