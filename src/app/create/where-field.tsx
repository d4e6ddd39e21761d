import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import type { PickerProps } from '../pick/pick-field'
import { projectQuery } from '../queries/queries'
import { useSession } from '../session/session'
import { IdField } from './id-field'
import { PlacePicker, useFormRuntime, WhereHint } from './load-runtime'
import { useOwner } from './use-owner'

/** Where in the project the alias is to be: in all of it, unless somebody says otherwise. */
export const WhereField = () => {
  const { ready } = useSession()
  const { projectId, where, owner, tree } = useOwner()
  const runtime = useFormRuntime()
  const { data } = useQuery({
    ...projectQuery(projectId ?? ''),
    enabled: ready && projectId !== undefined,
  })
  const isProject = where === '' || owner?.kind === 'project'
  const name = isProject
    ? ready && data && `${data.name} (project)`
    : owner && tree && runtime?.placeName(owner.id, tree)
  return (
    <IdField
      field="where"
      label="Where"
      chosen={where === '' ? projectId : owner?.id}
      name={name === false ? undefined : (name ?? undefined)}
      hint={isProject ? 'The whole project, or one environment or service of it.' : <WhereHint />}
      picker={picker}
    />
  )
}

const picker = (props: PickerProps) => (
  <Suspense>
    <PlacePicker {...props} />
  </Suspense>
)
