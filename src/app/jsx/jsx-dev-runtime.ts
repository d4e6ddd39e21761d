import * as runtime from 'react/jsx-dev-runtime'
import { textsApart, type Props } from './texts-apart'

// What makes the elements of every .tsx file during development: see vite.config.ts.

export { Fragment } from 'react/jsx-dev-runtime'

type Rest =
  Parameters<typeof runtime.jsxDEV> extends [unknown, unknown, ...infer Others] ? Others : never

export const jsxDEV = (type: Parameters<typeof runtime.jsxDEV>[0], props: Props, ...rest: Rest) =>
  runtime.jsxDEV(type, textsApart(type, props), ...rest)
