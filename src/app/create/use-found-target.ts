import { findTargetById } from './about-target'
import { useChosenTarget } from './use-chosen-target'

/** The same with the secret itself, as far as the list has it. */
export const useFoundTarget = () => {
  const known = useChosenTarget()
  return { ...known, target: findTargetById(known.list, known.secretId) }
}
