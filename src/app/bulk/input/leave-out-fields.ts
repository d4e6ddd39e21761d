import { isExpression, isFields, isList, textOf, type Data, type Part } from './data'
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
  } else if (isExpression(data)) {
    // A text over several lines, in Terraform.
    if (isSecret && data.text.startsWith('<<')) gathering.holdValues()
  } else if (isList(data))
    for (const each of data.parts) yield* leaveOutFields(each, wasRead, gathering, isSecret)
  else if (isFields(data))
    for (const each of data.parts) {
      // A variable of Terraform, as an example, has its value one level deeper.
      const isOfSecret = isSecret && /^(?:default|value)$/.test(each.name)
      const isField = isSecretField(each.name)
      yield* leaveOutFields(each, wasRead, gathering, isOfSecret || isField)
    }
}

/** Leaves out all that stands in a thing of which no row was made. */
export const leaveOutTexts = (data: Data, gathering: Gathering): void => {
  if (isFields(data) || isList(data))
    for (const part of data.parts) leaveOutTexts(part.data, gathering)
  else gathering.leaveOut(isExpression(data) ? data.text : textOf(data))
}

/** Leaves out what stands inside of a thing beside what a row is made of, where it is called like a secret. */
export const leaveOutInside = (part: Part, gathering: Gathering): void => {
  const steps = leaveOutFields(part, () => false, gathering, isSecretField(part.name))
  while (steps.next().done !== true) continue
}
