import { zodResolver } from '@hookform/resolvers/zod'
import type { Resolver } from 'react-hook-form'
import * as z from 'zod/mini'
import { keyProblems } from '../../qovery/alias-key-problems'
import { aliasDisabledReason } from '../../qovery/alias-source'
import { findId } from '../../qovery/console-link'
import { codePoints, descriptionMaxLength } from '../../qovery/limits'
import { projectOwner } from '../../qovery/owner'
import { createAliasRequest, type Secret, type SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../qovery/secret-index'
import { queryClient, secretsQuery } from '../queries/queries'
import { findSource, type FormValues } from './form-values'

const shape = z.object({
  project: z.string(),
  secret: z.string(),
  key: z.string(),
  agreedKey: z.string(),
  description: z.string(),
  interpolation: z.nullable(z.boolean()),
})

/** The rules of the form. `listOf` answers what has been read of a project at the moment of judging. */
export const formSchema = (listOf: (projectId: string) => SecretList | undefined) =>
  shape.check((context) => {
    const values = context.value
    const complain = (field: keyof FormValues, message: string) =>
      context.issues.push({ code: 'custom', input: values[field], path: [field], message })

    const projectId = findId(values.project, 'project')
    if (projectId === undefined) complain('project', idProblem(values.project, 'project'))
    const secretId = findId(values.secret, 'secret')
    if (secretId === undefined) complain('secret', idProblem(values.secret, 'secret'))

    const list = projectId === undefined ? undefined : listOf(projectId)
    const source = findSource(list, secretId)
    const disabledReason = source && aliasDisabledReason(source)
    if (disabledReason !== undefined) complain('secret', disabledReason)

    const keyMessage = keyProblem(values, source, list)
    if (keyMessage !== undefined) complain('key', keyMessage)

    if (!z.safeParse(createAliasRequest.shape.description, values.description).success) {
      const excess = codePoints(values.description) - descriptionMaxLength
      complain(
        'description',
        `Shorten the description by ${excess}: Qovery keeps at most ${descriptionMaxLength} characters.`,
      )
    }
  })

/** Judges the form by what has been read so far: the schema stays the same, lists are looked up as it judges. */
export const resolver: Resolver<FormValues> = zodResolver(
  formSchema((projectId) =>
    queryClient.getQueryData(secretsQuery(projectOwner(projectId)).queryKey),
  ),
)

const idProblem = (text: string, kind: 'project' | 'secret') =>
  text.trim() === ''
    ? `Choose a ${kind}, or paste its ID or a Qovery link that contains it.`
    : `No ID was found in this. Choose a ${kind} from the list, or paste an ID or a link.`

const keyProblem = (
  { key, agreedKey }: FormValues,
  source: Secret | undefined,
  list: SecretList | undefined,
) => {
  const advice = keyProblems(key, { sourceKey: source?.key, taken: list && indexSecrets(list) })
  const blocked = advice.find(({ level }) => level === 'block')
  if (blocked !== undefined) return blocked.message
  const doubted = advice.some(({ level }) => level === 'confirm')
  return doubted && agreedKey !== key
    ? 'Confirm below that you want this key, or choose another.'
    : undefined
}
