import type { Repointing, RepointProgress } from '../outcome/repoint'
import type { RepointPlan } from '../outcome/repoint-plan'
import { sameId } from '../outcome/same-secret'
import type { Repoints } from './repoint-run'

/** Where the re-pointing of an alias stands: under way, ended, or else left by a run that was cut off. */
export interface Standing {
  plan: RepointPlan
  progress?: RepointProgress
  ended?: Repointing
}

/** Where each re-pointing stands, one for each alias, in the order of their keys: none changes its place as it goes on. */
export const standing = ({ busy, ended, left }: Repoints): Standing[] => {
  const known: Standing[] = [
    ...(busy === undefined ? [] : [busy]),
    ...ended,
    ...left.map((plan) => ({ plan })),
  ]
  return known
    .filter(
      ({ plan }, index) =>
        known.findIndex((other) => sameId(other.plan.alias.id, plan.alias.id)) === index,
    )
    .toSorted((one, other) => one.plan.alias.key.localeCompare(other.plan.alias.key))
}
