import { useQuery } from '@tanstack/react-query'
import { Suspense, useRef } from 'react'
import { findId } from '../../rules/console-link'
import type { PickerProps } from '../pick/pick-field'
import { projectQuery } from '../queries/queries'
import { useSession } from '../session/session'
import { useAliasForm } from './alias-form-context'
import { IdField } from './id-field'
import { ProjectPicker } from './load-runtime'
import { useOwner } from './use-owner'

export const ProjectField = () => {
  const { getValues, setValue } = useAliasForm()
  const { projectId } = useOwner()
  const { ready } = useSession()
  /** The project while something is typed that is none. */
  const last = useRef<string>(undefined)
  const { data, isLoading } = useQuery({
    ...projectQuery(projectId ?? ''),
    enabled: ready && projectId !== undefined,
  })
  const project = ready ? data : undefined
  const isUnread = ready && projectId !== undefined && project === undefined && !isLoading
  const hint =
    projectId === undefined
      ? 'Choose one, or paste its ID or its link in Qovery.'
      : project !== undefined
        ? (project.description ?? '')
        : isLoading
          ? 'Looking it up…'
          : isUnread
            ? 'No project with this ID could be read.'
            : 'Its name is shown once there is a token.'
  return (
    <IdField
      field="project"
      label="Project"
      name={project?.name}
      hint={hint}
      isDoubtful={isUnread}
      // A place is one of its project's: it goes with that, and not for the same one or before there is any.
      onText={(text, before) => {
        const was = findId(before, 'project') ?? last.current
        const now = findId(text, 'project') ?? was
        last.current = now
        if (was !== now && was !== undefined && getValues('where') !== '') setValue('where', '')
      }}
      picker={picker}
    />
  )
}

const picker = (props: PickerProps) => (
  <Suspense>
    <ProjectPicker {...props} />
  </Suspense>
)
