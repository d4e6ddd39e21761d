import type { Secret } from '../../../qovery/schema'
import type { Ending } from './task'

/** The end of a row whose alias an answer or a list shows. */
export const madeBy = (alias: Secret | undefined): Ending => ({
  state: 'created',
  aliasId: alias?.id ?? null,
  stamp: alias?.updated_at ?? null,
})
