import * as z from 'zod/mini'
import { keyProblems, type KeyContext } from '../../rules/alias-key-problems'
import { aliasDisabledReason } from '../../rules/alias-target'
import { findId, looksLikeId } from '../../rules/console-link'
import { codePoints, descriptionMaxLength } from '../../qovery/limits'
import { chainOf, isSameOwner, projectIdOf, scopeOf, type Owner } from '../../qovery/owner'
import { createAliasRequest, type Secret, type SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
import { inWords } from '../../rules/unseen'
import type { ProjectTree } from '../queries/project-tree'
import { cut } from '../ui/cut'
import { ownerWord } from '../words/owner-word'
import { findTargetById } from './about-target'
import { locate, type FormValues } from './form-values'

const shape = z.object({
  project: z.string(),
  where: z.string(),
  secret: z.string(),
  key: z.string(),
  agreedKey: z.string(),
  description: z.string(),
  interpolation: z.nullable(z.boolean()),
})

/** What has been read at the moment of judging. */
interface Known {
  /** Waited for where a place is named: nothing else says whether it is one. */
  tree: (projectId: string) => Promise<ProjectTree | undefined>
  list: (owner: Owner) => SecretList | undefined
  /** The lists of all projects. */
  lists: () => readonly { owner: Owner; list: SecretList }[]
}

/** The rules of the form, which are parsed asynchronously. */
export const formSchema = (known: Known) =>
  shape.check(async (context) => {
    const values = context.value
    const complain = (field: keyof FormValues, message: string) =>
      context.issues.push({ code: 'custom', input: values[field], path: [field], message })

    const projectId = findId(values.project, 'project')
    if (projectId === undefined) complain('project', idProblem(values.project, 'project'))
    const secretId = findId(values.secret, 'secret')
    const tree =
      projectId === undefined || values.where === '' ? undefined : await known.tree(projectId)
    const located = locate(values, tree)
    const owner = located && 'owner' in located ? located.owner : undefined
    if (projectId !== undefined && owner === undefined)
      complain(
        'where',
        located && 'service' in located && located.service.disabledReason !== undefined
          ? located.service.disabledReason
          : tree === undefined
            ? 'The environments and services of this project are not read, so this place is not known. Open the list to read them, or empty this for the project.'
            : 'No place of this project was found in this. Choose one from the list, or paste its ID or link; empty is the project.',
      )

    const list = owner && known.list(owner)
    if (secretId === undefined)
      complain(
        'secret',
        owner === undefined || values.secret.trim() === ''
          ? idProblem(values.secret, 'secret')
          : list === undefined
            ? 'The list is not read yet. What has this key is chosen once it is.'
            : nameProblem(values.secret.trim(), owner, list),
      )
    const target = findTargetById(list, secretId)
    const foreign =
      owner === undefined || list === undefined || target !== undefined
        ? undefined
        : findForeign(known.lists(), owner, secretId)
    if (foreign !== undefined) complain('secret', foreign)
    const disabledReason = target && owner && aliasDisabledReason(target, owner)
    if (disabledReason !== undefined) complain('secret', disabledReason)

    const keyMessage = keyProblem(values, target, { owner, taken: list && indexSecrets(list) })
    if (keyMessage !== undefined) complain('key', keyMessage)

    if (!z.safeParse(createAliasRequest.shape.description, values.description).success) {
      const excess = codePoints(values.description) - descriptionMaxLength
      complain(
        'description',
        `Shorten the description by ${excess}: Qovery keeps at most ${descriptionMaxLength} characters.`,
      )
    }
  })

const idProblem = (text: string, kind: 'project' | 'secret') => {
  if (text.trim() === '')
    return `Choose a ${kind}, or paste its ID or a Qovery link that contains it.`
  const what = looksLikeId(text) ? 'No ID was found in this.' : `This is no ${kind}’s ID or link.`
  return `${what} Choose a ${kind} from the list, or paste an ID or a link.`
}

/** Why what was typed names no secret of an owner, by its list. */
const nameProblem = (text: string, owner: Owner, list: SecretList): string => {
  if (looksLikeId(text)) return idProblem(text, 'secret')
  const { byKey, unreadableKeys, keyless } = indexSecrets(list)
  const key = inWords(text)
  const [place, have] = [ownerWord(owner), byKey.get(text)?.length ?? 0]
  if (have > 1)
    return `${have} secrets of this ${place} are called ${key}. Choose one of them from the list, or paste its ID.`
  if (have === 1) return `${key} is not chosen yet. Choose it from the list, or paste its ID.`
  if (unreadableKeys.has(text))
    return `The entry of this ${place}’s list that is called ${key} could not be read. Paste its ID, or choose another one from the list.`
  const asFar = keyless > 0 ? ', as far as the list could be read' : ''
  return `No secret of this ${place} is called ${key}${asFar}. Choose one from the list, or paste an ID.`
}

/** Whose a secret is that an owner's list does not have, where another list that was read tells it. */
const findForeign = (
  lists: ReturnType<Known['lists']>,
  owner: Owner,
  secretId: string | undefined,
): string | undefined => {
  for (const { owner: shownBy, list } of lists) {
    const secret = findTargetById(list, secretId)
    if (secret === undefined) continue
    const key = cut(secret.key)
    if (projectIdOf(shownBy) !== projectIdOf(owner))
      return `${key} is a secret of another project. Choose one of this project.`
    const heldBy = chainOf(shownBy).find((each) => scopeOf(each) === secret.scope)
    // What is around the owner it may see, whatever its list says.
    if (heldBy !== undefined && !chainOf(owner).some((each) => isSameOwner(each, heldBy)))
      return `${key} is a secret of another ${ownerWord(heldBy)}, which cannot be seen here. Choose that ${ownerWord(heldBy)} in Where, or another secret.`
  }
  return undefined
}

const keyProblem = (
  { key, agreedKey }: FormValues,
  target: Secret | undefined,
  known: Pick<KeyContext, 'owner' | 'taken'>,
) => {
  const advice = keyProblems(key, { targetKey: target?.key, ...known })
  const blocked = advice.find(({ level }) => level === 'block')
  if (blocked !== undefined) return blocked.message
  const doubted = advice.some(({ level }) => level === 'confirm')
  return doubted && agreedKey !== key
    ? 'Confirm below that you want this key, or choose another.'
    : undefined
}
