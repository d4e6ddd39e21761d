import { useMemo } from 'react'
import { findId } from '../../rules/console-link'
import type { Owner } from '../../qovery/owner'
import { indexSecrets } from '../../rules/secret-index'
import { lastOwner } from '../queries/last-owner'
import { agreedTo } from '../operations/agreed'
import { askInForm } from '../operations/asked-here'
import { notCreated } from '../operations/create-words'
import { operations } from '../operations/in-browser'
import { existingOf } from '../operations/match-alias'
import type { CreateOperation } from '../operations/operation'
import type { NotStarted } from '../operations/operations'
import type { Status } from '../operations/statuses'
import { isOpen } from '../operations/result'
import { asked, dismissOver, useStatuses } from '../operations/use-operations'
import { queryClient, secretsQuery } from '../queries/queries'
import { treeQuery } from '../queries/tree-query'
import { toRequest } from './alias-request'
import { findTargetById } from './about-target'
import { locate, type FormValues } from './form-values'

/** A creation, as the form shows it. */
export type Creation = Status & { operation: CreateOperation }

const isOwn = (status: Status): status is Creation =>
  status.operation.kind === 'create' && status.isOwn && !status.isElsewhere

/** The creation that this tab asked for last. */
export const useCreation = (): Creation | undefined => useStatuses().findLast(isOwn)
const current = () => operations.read().findLast(isOwn)

/** Whose the alias is to be, by the project's tree as far as it was read by now. */
const ownerOf = (values: FormValues): Owner | undefined => {
  const projectId = findId(values.project, 'project') ?? ''
  const located = locate(values, queryClient.getQueryData(treeQuery(projectId).queryKey))
  return located && 'owner' in located ? located.owner : undefined
}

/** Creates the alias that a judged form asks for. @returns why nothing was sent, where nothing was */
export const create = async (values: FormValues): Promise<NotStarted | undefined> => {
  const owner = ownerOf(values)
  const secretId = findId(values.secret, 'secret')
  if (owner === undefined || secretId === undefined) return undefined
  dismissOver('all')
  const before = operations.read().filter(isOwn)
  const list = queryClient.getQueryData(secretsQuery(owner).queryKey)
  const operation = agreedTo({
    kind: 'create',
    owner,
    secretId,
    request: toRequest(values, findTargetById(list, secretId)),
    existingBefore:
      list === undefined
        ? null
        : existingOf(values.key, indexSecrets(list), owner).map((each) => each.id),
  })
  const { id } = operation
  askInForm(id)
  const why = await operations.start(operation)
  if (why !== undefined) return why
  // What came of the one before makes way; what is not certain of it stays.
  for (const earlier of before)
    if (earlier.result !== undefined && !isOpen(earlier.result))
      void operations.forget(earlier.operation.id)
  const ended = operations.read().find((each) => each.operation.id === id)
  if (ended?.result?.kind === 'done') lastOwner.write(owner)
  return undefined
}

/** To be called when the form changes, or is left: what was created last makes way for the plan of the next one. */
export const begin = (): void => {
  const creation = current()
  if (creation?.result?.kind === 'done') operations.pass(creation.operation.id)
}

/** Where the form says that nothing was created, and in which words; undefined where the panel beside it says what came of it. */
export const useRefusal = () => {
  const creation = useCreation()
  const { operation, result } = creation ?? {}
  return useMemo(() => {
    if (operation === undefined || (result?.kind !== 'refused' && result?.kind !== 'conflict'))
      return undefined
    return {
      ...notCreated(operation, result, asked()),
      operation,
      failure: result.failure,
      existing:
        result.kind === 'conflict' && result.existing !== 'unreadable' ? result.existing : null,
    }
  }, [operation, result])
}
