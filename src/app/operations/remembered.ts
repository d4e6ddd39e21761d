import { ledger } from './in-browser'

/** Whether what is open outlives a reload, as a sentence. */
export const rememberedText = (): string =>
  ledger.isKept()
    ? 'This is remembered in this browser.'
    : 'This browser keeps nothing for this site: a reload forgets it.'
