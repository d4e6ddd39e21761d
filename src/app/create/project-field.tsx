import { Suspense } from 'react'
import { lazyPart } from '../data/lazy-code'
import { projectQuery } from '../queries/queries'
import { useSession } from '../session/session'
import { useRead } from '../queries/use-read'
import { IdField } from './id-field'
import { pickers } from './load-late'
import { useSource } from './use-source'

const ProjectPicker = lazyPart(pickers, (code) => code.ProjectPicker)

export const ProjectField = () => {
  const { projectId } = useSource()
  const { ready } = useSession()
  const { data: project, isLoading } = useRead(
    projectQuery(projectId ?? ''),
    ready && projectId !== undefined,
  )
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
