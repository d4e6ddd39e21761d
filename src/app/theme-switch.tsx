import { useState } from 'react'
import { kept } from './kept'
import { Icon } from './ui/icon'

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

/** Puts the theme of the last visit on the page; to be called before anything is drawn. */
export const restoreTheme = () => apply(themeOf(choice.read()))

export const ThemeSwitch = () => {
  const [theme, setTheme] = useState(() => themeOf(choice.read()))
  const choose = (next: Theme) => {
    setTheme(next)
    apply(next)
    if (next === 'system') choice.clear()
    else choice.write(next)
  }
  return (
    <label className="inline-flex items-center gap-1 text-muted">
      <Icon name="theme" />
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
