import { inWords } from '../../rules/unseen'
import { NamedText } from '../ui/name'
import { useFormValue } from './alias-form-context'
import { useSource } from './use-source'

/** What is wrong with a field, in words; what it says of names no translator takes for words. */
export const ProblemText = ({ text }: { text: string }) => {
  const key = useFormValue('key')
  const { source } = useSource()
  const names = [key, source?.key, source?.aliased_secret?.key].filter((name) => name !== undefined)
  return <NamedText text={text} names={names.map(inWords)} />
}
