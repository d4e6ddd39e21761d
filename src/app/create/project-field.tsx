import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { projectQuery } from '../queries/queries'
import { useSession } from '../session/session'
import { IdField } from './id-field'
import { ProjectPicker } from './load-runtime'
import { useSource } from './use-source'

export const ProjectField = () => {
  const { projectId } = useSource()
  const { ready } = useSession()
  const { data, isLoading } = useQuery({
    ...projectQuery(projectId ?? ''),
    enabled: ready && projectId !== undefined,
  })
  const project = ready ? data : undefined
  const hint =
    projectId === undefined
      ? 'Choose one, or paste its ID or its link in Qovery.'
      : project !== undefined
        ? (project.description ?? '')
        : isLoading
          ? 'Looking it up…'
          : ready
            ? 'No project with this ID could be read.'
            : 'Its name is shown once there is a token.'
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
