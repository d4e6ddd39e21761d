import * as z from 'zod/mini'
import { kept, keptNames } from '../site-data'
import { repointPlan, type RepointPlan } from '../outcome/repoint-plan'

export type LeftRepoints = ReturnType<typeof leftRepoints>

/**
 * The re-pointings of this browser that have not come to an end, by whatever tab. Each has a record of its own: tabs that
 * wrote into one would lose each other's plans. Those of another `upstream` are not among them.
 */
export const leftRepoints = (upstream: string) => {
  const prefix = `alias-console:repoint:${upstream}:`
  const recordOf = ({ alias }: RepointPlan) => kept('localStorage', prefix + alias.id.toLowerCase())
  return {
    /** What is no plan is left out. */
    read: (): RepointPlan[] =>
      keptNames('localStorage')
        .filter((name) => name.startsWith(prefix))
        .flatMap((name) => {
          const parsed = z.safeParse(repointPlan, kept('localStorage', name).readJson())
          return parsed.success ? [parsed.data] : []
        }),
    write: (plan: RepointPlan) => recordOf(plan).write(JSON.stringify(plan)),
    clear: (plan: RepointPlan) => recordOf(plan).clear(),
    /** The id of the alias whose plan has this name in storage; undefined where it is none of them. */
    aliasOf: (name: string): string | undefined =>
      name.startsWith(prefix) ? name.slice(prefix.length) : undefined,
  }
}
