import { useState } from 'react'
import { storage } from '../data/site-data'
import type { InputRow } from './input/input-row'
import type { TextFile } from './input/text-files'
import { emptyRule, type NamingRule } from './plan/naming-rule'
import type { Place } from './plan/place'
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

/** What somebody gave for a plan of a project, and how far its planning is. */
interface PlanInput {
  way: 'text' | 'rule' | 'copy'
  /** Where the aliases are to be; undefined: in the project. */
  places: readonly Place[] | undefined
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
  way: 'text',
  places: undefined,
  files: [],
  lastInput: undefined,
  replaced: undefined,
  rule: emptyRule,
  picked: new Set(),
  made: undefined,
  changing: false,
}

/** A project's text for Bulk, kept through a reload. */
export const storedText = (projectId: string) =>
  storage('sessionStorage', `alias-console:bulk-draft:${projectId}`)

const inputs = new Map<string, PlanInput>()

/** A part of a project's planning, as it was left. Kept as long as the page is: a walk elsewhere loses nothing. */
export const usePlanInput = <Part extends keyof PlanInput>(
  projectId: string,
  part: Part,
): [PlanInput[Part], (value: PlanInput[Part]) => void] => {
  const known = () => inputs.get(projectId) ?? atFirst
  const [value, setValue] = useState(() => known()[part])
  return [
    value,
    (next) => {
      inputs.set(projectId, { ...known(), [part]: next })
      setValue(() => next)
    },
  ]
}

/** Begins anew once a job is made of what was given: that is still at hand, and not in the way. */
export const passInput = (projectId: string): void => {
  const record = storedText(projectId)
  const { files, ...known } = inputs.get(projectId) ?? atFirst
  const lastInput = { text: record.read() ?? '', files }
  record.clear()
  inputs.set(projectId, {
    ...atFirst,
    way: known.way,
    rule: known.rule,
    places: known.places,
    lastInput,
  })
}
