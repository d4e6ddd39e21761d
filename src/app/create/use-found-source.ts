import { findSource } from './about-source'
import { useSource } from './use-source'

/** The same with the secret itself, as far as the list has it. */
export const useFoundSource = () => {
  const known = useSource()
  return { ...known, source: findSource(known.list, known.secretId) }
}
