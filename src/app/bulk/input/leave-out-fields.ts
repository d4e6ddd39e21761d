import { isFields, isList, type Part } from './data'
import type { Gathering } from './reading'
import { isReferring, isSecretField } from './says-value'

/**
 * Leaves out what stands beside the aliases under the name of a secret, such as `password`: it may be its value.
 * @param wasRead whether a row was made of a part, and so of all in it
 */
export function* leaveOutFields(
  part: Part,
  wasRead: (part: Part) => boolean,
  gathering: Gathering,
  isSecret = false,
): Generator<undefined, void> {
  yield
  const { data } = part
  if (wasRead(part)) return
  if (typeof data === 'string') {
    if (isSecret && !isReferring(data)) gathering.leaveOut(data)
  } else if (isList(data))
    for (const each of data.parts) yield* leaveOutFields(each, wasRead, gathering)
  else if (isFields(data))
    for (const each of data.parts) {
      // A variable of Terraform, as an example, has its value one level deeper.
      const isOfSecret = isSecret && /^(?:default|value)$/.test(each.name)
      const isField = isSecretField(each.name)
      yield* leaveOutFields(each, wasRead, gathering, isOfSecret || isField)
    }
}
