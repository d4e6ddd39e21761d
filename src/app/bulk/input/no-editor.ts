import { NodeProp, type Parser } from '@lezer/common'

// Stands in for CodeMirror, in the build: its grammar of HCL comes with what an editor needs, and only the grammar is read.

export const LRLanguage = { define: ({ parser }: { parser: Parser }) => ({ parser }) }
export const LanguageSupport = Object
export const indentNodeProp = new NodeProp()
export const foldNodeProp = new NodeProp()
export const delimitedIndent = () => undefined
export const foldInside = () => undefined
