import type { OwnerRef } from '../../../qovery/owner'
import type { SecretList } from '../../../qovery/schema'
import type { KeyContext } from '../../../rules/alias-key-problems'
import { indexSecrets, type SecretIndex } from '../../../rules/secret-index'
import type { YieldToMain } from '../yield-to-main'
import type { InputRow } from '../input/input-row'
import { tidyName } from '../input/tidy-name'
import { findNamedTarget, type FoundTarget } from './find-named-target'
import { judgeRow, type Judgement, type Twin, type Verdict } from './judge-row'
import { tellingRows } from './telling-rows'

type OwnerKindOnly = Pick<OwnerRef, 'kind'>

export interface PlannedRow extends InputRow, Judgement {
  /** Why its place cannot be told. */
  misplaced?: string
  agreed: boolean
}

/** What aliases are planned for. */
interface PlannedFor {
  /** Who is to own them. */
  owner: OwnerKindOnly
  /** Names of the places within it that have a key of their own. */
  narrower?: KeyContext['narrower']
}

export interface Plan extends PlannedFor {
  rows: readonly PlannedRow[]
  counts: Record<Verdict, number>
  index: SecretIndex
  /** Where each key stands in the rows. */
  rowsByKey: ReadonlyMap<string, readonly number[]>
}

/** Holds every row against the project's list, and the rows against each other. */
export const makePlan = async (
  rows: readonly (InputRow & Partial<Pick<PlannedRow, 'agreed' | 'misplaced'>>)[],
  list: SecretList,
  yieldToMain: YieldToMain,
  { owner, narrower }: PlannedFor,
): Promise<Plan> => {
  const index = indexSecrets(list)
  const rowsByKey = new Map<string, number[]>()
  for (const [rowIndex, { key, problem, misplaced }] of rows.entries()) {
    if (problem !== undefined || misplaced !== undefined) continue
    const found = rowsByKey.get(key)
    if (found === undefined) rowsByKey.set(key, [rowIndex])
    else found.push(rowIndex)
  }
  const judge = judgeAmong({ rows, index, rowsByKey, owner, narrower })
  const planned: PlannedRow[] = []
  for (const [rowIndex, row] of rows.entries()) {
    const pause = yieldToMain()
    if (pause !== undefined) await pause
    planned.push(judge(rowIndex, row, row.agreed ?? false))
  }
  return { rows: planned, counts: count(planned), index, rowsByKey, owner, narrower }
}

export type RowChange = Partial<
  Pick<PlannedRow, 'key' | 'target' | 'description' | 'interpolation' | 'agreed'>
>

/** Changes one row, and judges it and the rows with its old and its new key again. */
export const changeRow = (plan: Plan, rowIndex: number, change: RowChange): Plan => {
  const before = plan.rows[rowIndex]
  if (before === undefined) return plan
  const { problem: _, ...sound } = before
  // A row that could not be read becomes one as soon as somebody says what it means.
  const after = 'agreed' in change ? { ...before, ...change } : { ...sound, ...change }
  const rows = plan.rows.with(rowIndex, after)
  const rowsByKey = new Map(plan.rowsByKey)
  rowsByKey.set(
    before.key,
    (rowsByKey.get(before.key) ?? []).filter((each) => each !== rowIndex),
  )
  const others = (rowsByKey.get(after.key) ?? []).filter((each) => each !== rowIndex)
  rowsByKey.set(
    after.key,
    [...others, rowIndex].toSorted((a, b) => a - b),
  )
  const touched = new Set([rowIndex, ...(rowsByKey.get(before.key) ?? []), ...others])
  const judge = judgeAmong({ ...plan, rows, rowsByKey })
  const judged = [...rows]
  for (const each of touched) {
    const row = rows[each]
    if (row !== undefined) judged[each] = judge(each, row, row.agreed)
  }
  return { ...plan, rows: judged, rowsByKey, counts: count(judged) }
}

/** Agrees to every name that is advised against. */
export const agreeToAll = (plan: Plan): Plan => {
  const judge = judgeAmong(plan)
  const rows = plan.rows.map((row, rowIndex) =>
    row.verdict === 'confirm' ? judge(rowIndex, row, true) : row,
  )
  return { ...plan, rows, counts: count(rows) }
}

type Misplaced = Pick<PlannedRow, 'misplaced'>

interface Known extends PlannedFor, Pick<Plan, 'index' | 'rowsByKey'> {
  rows: readonly (InputRow & Misplaced)[]
}

const judgeAmong = ({ rows, index, rowsByKey, owner, narrower }: Known) => {
  const find = findOnce(index, owner)
  const meantBy = (row: InputRow) => {
    const found = find(row.target)
    return found.kind === 'found' ? found.secret.id : tidyName(row.target)
  }
  const telling = tellingRows(rowsByKey, (rowIndex) => {
    const row = rows[rowIndex]
    return row === undefined ? '' : meantBy(row)
  })
  return (rowIndex: number, planned: InputRow & Misplaced, agreed: boolean): PlannedRow => {
    const { at, file, key, target, description, interpolation } = planned
    const { environment, service, problem, misplaced } = planned
    const row: InputRow & Misplaced = {
      at,
      ...(file === undefined ? {} : { file }),
      key,
      target,
      description,
      interpolation,
      ...(environment === undefined ? {} : { environment }),
      ...(service === undefined ? {} : { service }),
      ...(problem === undefined ? {} : { problem }),
      ...(misplaced === undefined ? {} : { misplaced }),
    }
    if (misplaced !== undefined) return { ...row, agreed, verdict: 'invalid', reason: misplaced }
    const meant = meantBy(row)
    const twins = telling(key)
      .filter((each) => each !== rowIndex)
      .flatMap((each): Twin[] => {
        const twin = rows[each]
        if (twin === undefined) return []
        const found = find(twin.target)
        return [
          {
            at: twin.at,
            ...(twin.file === undefined ? {} : { file: twin.file }),
            target: found.kind === 'found' ? found.secret.key : twin.target,
            agrees: meantBy(twin) === meant,
            before: each < rowIndex,
          },
        ]
      })
    return {
      ...row,
      agreed,
      ...judgeRow(row, { index, owner, narrower, found: find(target), twins, agreed }),
    }
  }
}

/** Finds targets, each of them once however many rows name it. */
const findOnce = (index: SecretIndex, owner: OwnerKindOnly) => {
  const known = new Map<string, FoundTarget>()
  return (written: string): FoundTarget => {
    const found = known.get(written) ?? findNamedTarget(written, index, owner)
    known.set(written, found)
    return found
  }
}

const count = (rows: readonly PlannedRow[]) => {
  const counts = emptyCounts()
  for (const { verdict } of rows) counts[verdict] += 1
  return counts
}

export const emptyCounts = (): Record<Verdict, number> => ({
  create: 0,
  exists: 0,
  conflict: 0,
  ambiguous: 0,
  duplicate: 0,
  confirm: 0,
  unreadable: 0,
  invalid: 0,
})
