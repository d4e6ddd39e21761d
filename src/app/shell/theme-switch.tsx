import { createStore } from '../data/store'
import { useStore } from '../data/use-store'
import { Glyph, themePath } from '../ui/glyph'
import { themeCookie } from '../../wire'

export const themes = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const
type Theme = (typeof themes)[number]['value']

// In a cookie, since the server reads it as well: the first paint is in the right colours.
const chosen = () => themeOf(new RegExp(`(?:^|; )${themeCookie}=(\\w+)`).exec(document.cookie)?.[1])
const keep = (theme: Theme) => {
  const seconds = theme === 'system' ? 0 : 31_536_000
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${seconds}; samesite=strict`
}

const themeOf = (text: string | undefined): Theme =>
  themes.find(({ value }) => value === text)?.value ?? 'system'

const prerendered = (): Theme => 'system'
// The page comes with the theme of the last visit in it.
const store = createStore(
  import.meta.env.SSR ? prerendered() : themeOf(document.documentElement.dataset['theme']),
)

const apply = (theme: Theme) => {
  store.write(theme)
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** Puts the theme of the last visit on the page; to be called before anything is drawn. */
export const restoreTheme = () => apply(chosen())

/** Puts a theme on the page, now and at the next visits. */
export const chooseTheme = (theme: Theme) => {
  apply(theme)
  keep(theme)
}

export const ThemeSwitch = () => {
  const theme = useStore(store, prerendered)
  return (
    // On a phone the sign alone, with the choice of the browser's own behind it.
    <label className="relative inline-flex items-center gap-1 text-muted max-sm:-order-1 max-sm:size-10 max-sm:justify-center max-sm:rounded-small max-sm:border max-sm:border-line max-sm:focus-within:outline-2 max-sm:focus-within:outline-accent">
      {/* Above the ground of the choice, which reaches below it. */}
      <Glyph path={themePath} className="relative" />
      <span className="sr-only">Theme</span>
      <select
        value={theme}
        onChange={(event) => chooseTheme(themeOf(event.target.value))}
        className="min-h-8 rounded-small px-2 text-small hover:text-ink max-sm:absolute max-sm:inset-0 max-sm:opacity-0 sm:-mx-2"
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
