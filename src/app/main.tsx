import { startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { App } from './app'
import { followNavigation } from './arrival'
import { followChanges } from './changed'
import { ignoreDrops } from './drops'
import { leaveKeysToInputMethods } from './input-method'
import { restoreTheme } from './theme-switch'
import { attachWithout } from './unheard'

// What the console's own server serves has the theme in it already, and to ask for a cookie takes a while.
if (import.meta.env.DEV) restoreTheme()
followChanges()
followNavigation()
leaveKeysToInputMethods()
ignoreDrops()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

// The form comes drawn in its page; every other page is drawn here.
attachWithout([root, document], () => {
  if (root.hasChildNodes()) startTransition(() => void hydrateRoot(root, <App />))
  else createRoot(root).render(<App />)
})
