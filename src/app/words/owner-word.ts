import type { OwnerRef } from '../../qovery/owner'

/** What an owner is called in a sentence: "the environment’s list". */
export const ownerWord = ({
  kind,
}: Pick<OwnerRef, 'kind'>): 'project' | 'environment' | 'service' =>
  kind === 'project' || kind === 'environment' ? kind : 'service'
