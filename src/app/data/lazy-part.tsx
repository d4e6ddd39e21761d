import { lazy, useDeferredValue, useLayoutEffect, type ComponentType, type ReactNode } from 'react'
import type { LazyCode } from './lazy-code'
import { useStore } from './use-store'

interface Meanwhile {
  /** What stands in the part's place until its code is there. */
  otherwise?: ReactNode
}

/**
 * A component out of code that is fetched late, drawn as soon as that is there, and at once where it is there already. No
 * Suspense: what a boundary reveals waits until 300 ms after the last fallback that any boundary showed, and one page is
 * made of two or three such parts.
 */
export const lazyPart = <Code, Props extends object>(
  { get, loaded }: Pick<LazyCode<Code>, 'get' | 'loaded'>,
  choose: (code: Code) => ComponentType<Props>,
) => {
  const part = {
    subscribe: loaded.subscribe,
    read: () => {
      const code = loaded.read()
      return code === undefined ? undefined : choose(code)
    },
  }
  const LazyPart = (props: Props & Meanwhile) => {
    // Deferred, so that a letter that is typed meanwhile comes first.
    const Part = useDeferredValue(useStore(part, () => undefined))
    useLayoutEffect(() => void get(), [])
    // oxlint-disable-next-line react/static-components -- once it is there it is always the same
    return Part === undefined ? props.otherwise : <Part {...props} />
  }
  return LazyPart
}

/** The same for a part that is prerendered, inside a boundary: its markup stays as it is until its code comes and hydrates it. */
export const prerenderedPart = <Code, Props>(
  { get }: Pick<LazyCode<Code>, 'get'>,
  choose: (code: Code) => ComponentType<Props>,
) => lazy(async () => ({ default: choose(await get()) }))
