import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Project } from '../../qovery/schema'
import { Combobox } from '../pick/combobox'
import type { PickerProps } from '../pick/pick-field'
import { projectOptions } from '../pick/project-options'
import { everyProjectQuery } from '../queries/projects'
import { projectQuery, queryClient } from '../queries/queries'
import { useSession } from '../session/session'
import { counted } from '../ui/count'

const nothing: { projects: readonly Project[]; missing: number } = { projects: [], missing: 0 }

/** Every project that the token may see, asked for when somebody first enters the box. */
export const ProjectPicker = (props: PickerProps) => {
  const { ready } = useSession()
  const { data, isLoading, isError } = useQuery({
    ...everyProjectQuery,
    enabled: ready && props.entered,
  })
  const { projects, missing } = data ?? nothing
  const options = useMemo(
    () => (data === undefined ? [] : projectOptions(data.projects, data.organizations)),
    [data],
  )
  const pick = (id: string) => {
    // It has just been read: its name need not be asked for again.
    const project = projects.find((each) => each.id === id)
    if (project !== undefined) queryClient.setQueryData(projectQuery(id).queryKey, project)
    props.onPick(id)
  }
  const unread = 'The projects could not be read. An ID or a link is taken as well.'
  return (
    <Combobox
      {...props}
      kind="project"
      onPick={pick}
      options={options}
      unread={data?.unread ?? 0}
      message={
        !ready
          ? 'The projects are listed once there is a token. An ID or a link is taken as well.'
          : isLoading
            ? 'Reading the projects…'
            : isError
              ? unread
              : missing > 0
                ? `Not all could be read: the projects of ${counted(missing, 'organization')} are missing. An ID or a link is taken as well.`
                : undefined
      }
    />
  )
}
