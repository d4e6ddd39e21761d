import { useState } from 'react'
import type { Owner } from '../../qovery/owner'
import type { ChosenRows } from '../change/chosen-rows'
import { storage } from '../data/site-data'
import type { InputRow } from './input/input-row'
import type { TextFile } from './input/text-files'
import { emptyRule, type NamingRule } from './plan/naming-rule'
import type { WholePlan } from './plan/whole-plan'

/** What somebody gave, and what it was read as. */
export interface Given {
  rows: InputRow[]
  /** “1,000 rows of CSV” */
  summary: string
  notes: string[]
  /** Whether somebody wrote it, who may have written anything where a name belongs. */
  isText: boolean
}

/** The text that aliases are given as: what stands in the box, and before it files, or what was too long for the box. */
export interface TextGiven {
  text: string
  files: readonly TextFile[]
}

/** What somebody gave for a plan, and how far its planning is. */
interface PlanInput {
  /** Undefined: as the page suggests. */
  way: 'text' | 'rule' | 'copy' | undefined
  files: TextGiven['files']
  /** What the last job was made of. */
  lastInput: TextGiven | undefined
  /** What a file took the place of. */
  replaced: TextGiven | undefined
  rule: NamingRule
  picked: ReadonlySet<string>
  made: { given: Given; plan: WholePlan } | undefined
  /** Whether the input is shown, although there is a plan of it. */
  changing: boolean
}

const atFirst: PlanInput = {
  way: undefined,
  files: [],
  lastInput: undefined,
  replaced: undefined,
  rule: emptyRule,
  picked: new Set(),
  made: undefined,
  changing: false,
}

/** What one page of Bulk is given: each owner has one, and another one where its aliases are copied from there. */
export const inputIdOf = (owner: Owner, isCopy: boolean): string =>
  isCopy ? `${owner.id}:copy` : owner.id

/** A page's text for Bulk, kept through a reload. */
export const storedText = (inputId: string) =>
  storage('sessionStorage', `alias-console:bulk-draft:${inputId}`)

const inputs = new Map<string, PlanInput>()

/** A part of a page's planning, as it was left. Kept as long as the page is: a walk elsewhere loses nothing. */
export const usePlanInput = <Part extends keyof PlanInput>(
  inputId: string,
  part: Part,
): [PlanInput[Part], (value: PlanInput[Part]) => void] => {
  const known = () => inputs.get(inputId) ?? atFirst
  const [value, setValue] = useState(() => known()[part])
  return [
    value,
    (next) => {
      inputs.set(inputId, { ...known(), [part]: next })
      setValue(() => next)
    },
  ]
}

let taken: ChosenRows | undefined

/** Begins with secrets that were chosen in a list, which a rule is to name; once for each choice. */
export const takeChosen = (inputId: string, chosen: ChosenRows): void => {
  if (taken === chosen) return
  taken = chosen
  inputs.set(inputId, {
    ...(inputs.get(inputId) ?? atFirst),
    way: 'rule',
    picked: new Set(chosen.of.flatMap(({ ids }) => ids)),
    made: undefined,
    changing: false,
  })
}

/** Adds lines that a link has to a page's text, but for those that it has already: nothing typed gives way. */
export const takeLines = (inputId: string, lines: string): void => {
  const record = storedText(inputId)
  const text = record.read() ?? ''
  const there = new Set(text.split('\n'))
  const added = lines.split('\n').filter((line) => !there.has(line))
  if (added.length === 0) return
  record.write([...(text === '' ? [] : [text]), ...added].join('\n'))
  inputs.set(inputId, {
    ...(inputs.get(inputId) ?? atFirst),
    way: 'text',
    made: undefined,
    changing: false,
  })
}

/** Begins anew once a job is made of what was given: that is still at hand, and not in the way. */
export const passInput = (inputId: string): void => {
  const record = storedText(inputId)
  const { files, ...known } = inputs.get(inputId) ?? atFirst
  const lastInput = { text: record.read() ?? '', files }
  record.clear()
  inputs.set(inputId, {
    ...atFirst,
    way: known.way,
    rule: known.rule,
    lastInput,
  })
}
