import { useSyncExternalStore } from 'react'
import { kept } from './kept'
import { Glyph, themePath } from './ui/glyph'

const themes = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const
type Theme = (typeof themes)[number]['value']

const choice = kept('localStorage', 'alias-console:theme')

const themeOf = (text: string | undefined): Theme =>
  themes.find(({ value }) => value === text)?.value ?? 'system'

const apply = (theme: Theme) => {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

const listeners = new Set<() => void>()
const subscribe = (notify: () => void) => {
  listeners.add(notify)
  return () => listeners.delete(notify)
}
const current = () => themeOf(document.documentElement.dataset['theme'])
const drawnAhead = (): Theme => 'system'

/** Puts the theme of the last visit on the page; to be called before anything is drawn. */
export const restoreTheme = () => apply(themeOf(choice.read()))

const choose = (theme: Theme) => {
  apply(theme)
  if (theme === 'system') choice.clear()
  else choice.write(theme)
  for (const notify of listeners) notify()
}

export const ThemeSwitch = () => {
  const theme = useSyncExternalStore(subscribe, current, drawnAhead)
  return (
    <label className="inline-flex items-center gap-1 text-muted">
      <Glyph path={themePath} />
      <span className="sr-only">Theme</span>
      <select
        value={theme}
        onChange={(event) => choose(themeOf(event.target.value))}
        className="min-h-8 rounded-small bg-surface text-small hover:text-ink"
      >
        {themes.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
