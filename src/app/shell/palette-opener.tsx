import { useEffect, useState } from 'react'
import { lazyCode } from '../data/lazy-code'
import { lazyPart } from '../data/lazy-part'
import { holdsToken, useSession } from '../session/session'
import { endSession } from '../sign-in/mode-badge'
import { Glyph, searchPath } from '../ui/glyph'
import { isApple, isCommand } from '../ui/shortcut'
import { usePrerendered } from '../ui/use-prerendered'
import { chooseTheme, themes } from './theme-switch'

const Palette = lazyPart(
  lazyCode(() => import('../palette/palette')),
  (code) => code.Palette,
)

const themeCommands = themes.map(({ value, label }) => ({
  label: `Theme: ${label.toLowerCase()}`,
  run: () => chooseTheme(value),
}))
const signOutCommand = { label: 'Sign out', run: endSession }

/** Opens what goes anywhere by its name: by a button, and by ⌘K or Ctrl+K from all of the page but a dialog. */
export const PaletteOpener = () => {
  const prerendered = usePrerendered()
  const { ready } = useSession()
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never')

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isCommand('k', event)) return
      event.preventDefault()
      // A question that has to be answered first stays in front.
      if (state === 'open') setState('closed')
      else if (document.querySelector('dialog:modal') === null) setState('open')
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [state])

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setState('open')}
        className="inline-flex min-h-8 sm:ml-auto min-w-8 items-center justify-center gap-2 rounded-small border border-line px-2 text-small text-muted hover:text-ink max-sm:min-h-10 max-sm:min-w-10"
      >
        <Glyph path={searchPath} />
        <span className="max-sm:sr-only">Go to</span>
        {/* Where there is room for it: the button itself is what is needed. */}
        <span className="min-w-9 text-right max-lg:hidden" aria-hidden="true" translate="no">
          {!prerendered && isApple() ? '⌘K' : 'Ctrl K'}
        </span>
      </button>
      {state !== 'never' && (
        <Palette
          isOpen={state === 'open'}
          commands={holdsToken && ready ? [...themeCommands, signOutCommand] : themeCommands}
          onClose={() => setState('closed')}
        />
      )}
    </>
  )
}
