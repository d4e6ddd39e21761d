import { browserClock } from '../data/clock'
import type { Operation } from './operation'

type Unagreed<Each> = Each extends Operation ? Omit<Each, 'id' | 'agreedAt'> : never

/** What an operation is to do, before anybody has agreed to it. */
export type Wish = Unagreed<Operation>

/** Makes an operation of what somebody agrees to just now, with a key of its own. */
export const agreedTo = <Of extends Wish>(wish: Of): Of & Pick<Operation, 'id' | 'agreedAt'> => ({
  ...wish,
  id: crypto.randomUUID(),
  agreedAt: browserClock.now(),
})
