import { startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { App } from '../shell/app'
import { followNavigation } from '../shell/follow-navigation'
import { followChanges } from '../queries/changed'
import { ignoreDrops } from '../ui/drops'
import { leaveKeysToInputMethods } from '../shell/input-method'
import { restoreTheme } from '../shell/theme-switch'
import { warmFormats } from './warm-formats'

// What the console's own server serves has the theme in it already, and to ask for a cookie takes a while.
if (import.meta.env.DEV) restoreTheme()
followChanges()
followNavigation()
leaveKeysToInputMethods()
ignoreDrops()
warmFormats()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

// The form comes drawn in its page; every other page is drawn here.
if (root.hasChildNodes()) startTransition(() => void hydrateRoot(root, <App />))
else createRoot(root).render(<App />)
