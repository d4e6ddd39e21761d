import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { projectQuery } from '../queries'
import { useSession } from '../session/session'
import { IdField } from './id-field'
import { useSource } from './use-source'

// The list and its search load beside the form; until they are there, the box takes an id or a link.
const loading = import('./project-picker')
const ProjectPicker = lazy(async () => ({ default: (await loading).ProjectPicker }))

export const ProjectField = () => {
  const { projectId } = useSource()
  const { ready } = useSession()
  const { data: project, isLoading } = useQuery({
    ...projectQuery(projectId ?? ''),
    enabled: ready && projectId !== undefined,
  })
  const hint =
    projectId === undefined
      ? 'Choose one, or paste its ID or a link to it in Qovery’s console.'
      : project !== undefined
        ? (project.description ?? '')
        : isLoading
          ? 'Looking it up…'
          : 'No project with this ID could be read.'
  return (
    <IdField
      field="project"
      label="Project"
      name={project?.name}
      hint={hint}
      picker={(props) => (
        <Suspense>
          <ProjectPicker {...props} />
        </Suspense>
      )}
    />
  )
}
