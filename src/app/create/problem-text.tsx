import { inWords } from '../../rules/unseen'
import { NamedText } from '../ui/name'
import { useFormValue } from './alias-form-context'
import { useFoundSource } from './use-found-source'

/** What is wrong with a field, in words; what it says of names no translator takes for words. */
export const ProblemText = ({ text }: { text: string }) => {
  const key = useFormValue('key')
  const { source } = useFoundSource()
  const names = [key, source?.key, source?.aliased_secret?.key].filter((name) => name !== undefined)
  return <NamedText text={text} names={names.map(inWords)} />
}
