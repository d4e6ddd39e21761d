import { history } from '../../operations/in-browser'
import type { JobRow } from './job'

const isOver = ({ state }: JobRow) => state === 'ended'

/** Tells this browser's history what came of the rows that have an operation of their own, once of each. */
export const historyOf = (rows: readonly JobRow[]) => {
  const told = new Set(rows.filter(isOver).map(({ operationId }) => operationId))
  return async (saved: readonly JobRow[]): Promise<void> => {
    for (const { operation, operationId, result, state } of saved) {
      const isNews = state === 'ended' && !told.has(operationId)
      if (operation === undefined || result === null || !isNews) continue
      told.add(operationId)
      await history.add(operation, result)
    }
  }
}
