import { useState } from 'react'
import type { Owner } from '../../qovery/owner'
import { rowsTaken, type ChosenRows } from '../change/chosen-rows'
import { storage } from '../data/site-data'
import type { InputRow } from './input/input-row'
import type { TextFile } from './input/text-files'
import { emptyRule } from './plan/naming-rule'
import type { Place } from './plan/place'
import type { WholePlan } from './plan/whole-plan'
import { storedChoices, type Choices } from './stored-choices'
import { storedFiles } from './stored-files'
import { storedPlaces } from './stored-places'

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
interface PlanInput extends Choices {
  files: TextGiven['files']
  /** What the last job was made of, and where; no places: as the page suggests. */
  lastInput: (TextGiven & { places: readonly Place[] | undefined }) | undefined
  /** What a file took the place of. */
  replaced: TextGiven | undefined
  made: { given: Given; plan: WholePlan } | undefined
  /** Whether the input is shown, although there is a plan of it. */
  changing: boolean
}

const atFirst: PlanInput = {
  way: undefined,
  format: undefined,
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

/** How a page's planning was left, in this page or before its reload. */
const inputOf = (inputId: string): PlanInput => {
  const known = inputs.get(inputId) ?? {
    ...atFirst,
    files: storedFiles(inputId).read(),
    ...storedChoices(inputId).read(),
  }
  inputs.set(inputId, known)
  return known
}

const changeInput = (inputId: string, next: PlanInput) => {
  const before = inputOf(inputId)
  inputs.set(inputId, next)
  if (kept.some((part) => before[part] !== next[part])) storedChoices(inputId).write(next)
}
const kept = ['way', 'format', 'rule', 'picked'] as const

/** A part of a page's planning, as it was left: a walk elsewhere loses nothing, and a reload only the plan itself. */
export const usePlanInput = <Part extends keyof PlanInput>(
  inputId: string,
  part: Part,
): [PlanInput[Part], (value: PlanInput[Part]) => void] => {
  const [value, setValue] = useState(() => inputOf(inputId)[part])
  return [
    value,
    (next) => {
      changeInput(inputId, { ...inputOf(inputId), [part]: next })
      setValue(() => next)
    },
  ]
}

let taken: ChosenRows | undefined

/** Begins with secrets that were chosen in a list, which a rule is to name; once for each choice. */
export const takeChosen = (inputId: string, chosen: ChosenRows): void => {
  if (taken === chosen || chosen.isTaken === true) return
  taken = chosen
  rowsTaken()
  changeInput(inputId, {
    ...inputOf(inputId),
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
  const known = inputOf(inputId)
  // Files stand in the place of a text, and would hide what was added.
  storedFiles(inputId).clear()
  changeInput(inputId, {
    ...known,
    files: [],
    replaced: known.files.length === 0 ? known.replaced : { text: '', files: known.files },
    way: 'text',
    made: undefined,
    changing: false,
  })
}

/** Begins anew once a job is made of what was given: that is still at hand, and not in the way of another list. */
export const passInput = (inputId: string): void => {
  const record = storedText(inputId)
  const places = storedPlaces(inputId)
  const { files, ...known } = inputOf(inputId)
  const lastInput = { text: record.read() ?? '', files, places: places.read() }
  record.clear()
  storedFiles(inputId).clear()
  places.clear()
  changeInput(inputId, {
    ...atFirst,
    way: known.way,
    rule: known.rule,
    lastInput,
  })
}
