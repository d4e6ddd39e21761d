import type { YieldToMain } from '../yield-to-main'
import type { Part } from './data'
import { findInTerraform, isTerraform } from './find-in-terraform'
import type { Gathering } from './reading'
import { nothingFound, searchLists } from './search-lists'

/**
 * Finds the aliases in what was read of JSON or YAML, wherever their list stands, and says in notes what is left out.
 * @param roots one for each document
 */
export const findAliases = async (
  roots: readonly Part[],
  origin: 'json' | 'yaml',
  gathering: Gathering,
  yieldToMain: YieldToMain,
): Promise<string[]> => {
  if (roots.some(({ data }) => isTerraform(data)))
    return findInTerraform(roots, gathering, yieldToMain)
  const notes = await searchLists(roots, origin, gathering, yieldToMain)
  if (notes === undefined) nothingFound(roots, origin.toUpperCase(), gathering)
  return notes ?? []
}
