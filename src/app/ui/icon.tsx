import { Glyph, problemPath } from './glyph'

const paths = {
  check: 'M3 8.5l3.2 3L13 4.5',
  copy: 'M5.5 5.5v-2a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M3.5 5.5h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1z',
  warning: 'M8 2.2l6.3 11.3H1.7zM8 6.5v3.2M8 11.6v.2',
  problem: problemPath,
  info: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 7.4V11M8 5v.2',
  refresh: 'M13.2 8a5.2 5.2 0 1 1-1.6-3.8L13.2 5.8M13.4 2.4v3.4H10',
  wait: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 4.5V8l2.4 1.6',
  close: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  more: 'M3.5 8v.1M8 8v.1M12.5 8v.1',
  open: 'M4.5 6.5L8 10l3.5-3.5',
  closed: 'M6.5 4.5L10 8l-3.5 3.5',
  // A second name, and what lies over another.
  alias:
    'M6.6 9.4a2.6 2.6 0 0 0 3.7 0l2.4-2.4A2.6 2.6 0 0 0 9 3.3l-.9.9M9.4 6.6a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l.9-.9',
  override: 'M8 2.6l5.6 3L8 8.6l-5.6-3zM2.4 9.4L8 12.4l5.6-3',
  arrow: 'M2 8h11M9.5 4.5L13 8l-3.5 3.5',
} as const

export type IconName = keyof typeof paths

export const Icon = ({ name, className }: { name: IconName; className?: string }) => (
  <Glyph path={paths[name]} {...(className === undefined ? {} : { className })} />
)
