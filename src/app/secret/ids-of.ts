import { chainOf, type Owner } from '../../qovery/owner'
import { ownerWord } from '../words/owner-word'

/** “two IDs, the project’s and the secret’s”: what the address of an owner's secret holds. */
export const idsOf = (owner: Owner): string => {
  const around = chainOf(owner).map((each) => `the ${ownerWord(each)}’s`)
  return `${['two', 'three', 'four'][around.length - 1]} IDs, ${around.join(', ')} and the secret’s`
}
