import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * Makes what takes long between the other calls, and once for all who ask for the same before it is made: each sees all that
 * was there when it asked.
 */
export const takeTurns = <Made>(make: (name: string) => Made) => {
  const waiting = new Map<string, Promise<Made>>()
  let last: Promise<unknown> = Promise.resolve()

  const turn = async (name: string, before: Promise<unknown>) => {
    await before.catch(() => undefined)
    await nextTurn()
    waiting.delete(name)
    return make(name)
  }

  return (name: string): Promise<Made> => {
    const asked = waiting.get(name)
    if (asked !== undefined) return asked
    const made = turn(name, last)
    waiting.set(name, made)
    last = made
    return made
  }
}
