import { inWords } from '../../rules/unseen'
import { NamedText } from '../ui/named-text'
import { useFormValue } from './alias-form-context'
import { useFoundTarget } from './use-found-target'

/** What is wrong with a field, in words; what it says of names no translator takes for words. */
export const ProblemText = ({ text }: { text: string }) => {
  const key = useFormValue('key')
  const secret = useFormValue('secret')
  const { target } = useFoundTarget()
  const names = [key, secret.trim(), target?.key, target?.aliased_secret?.key].filter(
    (name) => name !== undefined,
  )
  return <NamedText text={text} names={names.map(inWords)} />
}
