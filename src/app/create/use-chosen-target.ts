import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { findId } from '../../rules/console-link'
import { projectOwner } from '../../qovery/owner'
import { lastOwner } from '../queries/last-owner'
import { secretsQuery } from '../queries/queries'
import { useSession } from '../session/session'
import { useAliasForm, useComputedValue } from './alias-form-context'
import { draft } from './draft'
import { useOwner } from './use-owner'

const secretIn = (text: string) => findId(text, 'secret')

/**
 * Where the alias is to be and what it is to point at, asked for as soon as the former is known. Letters that make no id
 * draw nothing.
 */
export const useChosenTarget = () => {
  const { ready } = useSession()
  const { owner } = useOwner()
  const { getValues } = useAliasForm()
  const secretId = useComputedValue('secret', secretIn)
  const { data, isLoading, error } = useQuery({
    ...secretsQuery(owner ?? projectOwner('')),
    enabled: ready && owner !== undefined,
    // A refusal is shown, not asked about again by each part of the form that comes to need the list.
    retryOnMount: false,
  })
  const list = ready && owner !== undefined ? data : undefined
  const known = list && owner
  useEffect(() => {
    // The pages that the bar leads to are those of where somebody works.
    if (known === undefined) return
    lastOwner.write(known)
    draft.keepPlace(getValues())
  }, [known, getValues])
  return { owner, secretId, list, isLoading, error }
}
