import * as runtime from 'react/jsx-runtime'
import { textsApart, type Props } from './texts-apart'

// What makes the elements of every .tsx file in the product: see vite.config.ts.

export { Fragment } from 'react/jsx-runtime'

type Make = typeof runtime.jsx
type Type = Parameters<Make>[0]
type Key = Parameters<Make>[2]

export const jsx = (type: Type, props: Props, key?: Key) =>
  runtime.jsx(type, textsApart(type, props), key)
export const jsxs = (type: Type, props: Props, key?: Key) =>
  runtime.jsxs(type, textsApart(type, props), key)
