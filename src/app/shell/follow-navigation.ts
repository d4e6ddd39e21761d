import { lazyCode } from '../data/lazy-code'

const focusing = lazyCode(() => import('./focus-on-navigation'))

/** Brings focus along when the page becomes another one. A query alone is the same page. */
export const followNavigation = (): void => {
  let path = location.pathname
  for (const kind of ['popstate', 'pushState', 'replaceState'])
    addEventListener(kind, () => {
      if (path === (path = location.pathname)) return
      // As it is now: the form takes what it is opened with out of its address.
      const { search } = location
      focusing.soon().then(
        ({ focusOnNavigation }) => focusOnNavigation(kind, search),
        () => undefined,
      )
    })
}
