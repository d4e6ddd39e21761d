/** What JSON, YAML and Terraform have in common: texts in lists and under names, each with the line where it stands. */
export type Data = string | number | boolean | null | List | Fields | Expression

/** A thing under a name, or in a list, where it has none. */
export interface Part {
  name: string
  /** The line, from 1. */
  at: number
  data: Data
}

export interface List {
  kind: 'list'
  parts: Part[]
}

export interface Fields {
  kind: 'fields'
  parts: Part[]
  /** Why not all of it could be read. */
  fault?: string
}

/** What only another program can work out, and what is written inside of it. */
export interface Expression {
  kind: 'expression'
  text: string
  /** What a function is called with. */
  parts: Part[]
  /** Why it is none that anybody could work out. */
  fault?: string
}

export const isList = (data: Data | undefined): data is List => kindOf(data) === 'list'
export const isFields = (data: Data | undefined): data is Fields => kindOf(data) === 'fields'
export const isExpression = (data: Data | undefined): data is Expression =>
  kindOf(data) === 'expression'
export const isScalar = (data: Data | undefined): data is Exclude<Data, { kind: string }> =>
  typeof data !== 'object' || data === null

const kindOf = (data: Data | undefined) =>
  typeof data === 'object' && data !== null ? data.kind : undefined

/** What stands under a name: the first, where it stands there twice. */
export const under = ({ parts }: Fields, name: string): Data | undefined =>
  parts.find((part) => part.name === name)?.data

/** A thing as a text; empty where it is none. */
export const textOf = (data: Data | undefined): string => {
  if (typeof data === 'string') return data
  return typeof data === 'number' || typeof data === 'boolean' ? String(data) : ''
}
