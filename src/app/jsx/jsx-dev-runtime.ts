import * as runtime from 'react/jsx-dev-runtime'
import { textsApart, type Props } from './texts-apart'

// What makes the elements of every .tsx file during development: see vite.config.ts.

export { Fragment } from 'react/jsx-dev-runtime'

type Given = Parameters<typeof runtime.jsxDEV>

export const jsxDEV = (
  type: Given[0],
  props: Props,
  key: Given[2],
  isStatic: Given[3],
  source: Given[4],
  self: Given[5],
) => {
  const apart = textsApart(type, props)
  // Several texts may have become one.
  return runtime.jsxDEV(
    type,
    apart,
    key,
    isStatic && Array.isArray(apart['children']),
    source,
    self,
  )
}
