import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Combobox } from '../pick/combobox'
import type { PickerProps } from '../pick/pick-field'
import { projectOptions } from '../pick/project-options'
import { organizationsQuery, projectQuery, projectsQuery, queryClient } from '../queries'
import { useSession } from '../session/session'

/** Every project that the token may see, asked for when somebody first enters the box. */
export const ProjectPicker = (props: PickerProps) => {
  const { ready } = useSession()
  const enabled = ready && props.entered
  const organizations = useQuery({ ...organizationsQuery, enabled })
  const { projects, isPending, isError } = useQueries({
    queries: enabled ? (organizations.data ?? []).map(({ id }) => projectsQuery(id)) : [],
    combine: (answers) => ({
      projects: answers.flatMap(({ data }) => data ?? []),
      isPending: answers.some((answer) => answer.isPending),
      isError: answers.some((answer) => answer.isError),
    }),
  })
  const options = useMemo(
    () => projectOptions(projects, organizations.data ?? []),
    [projects, organizations.data],
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
      message={
        !ready
          ? 'The projects are listed once there is a token. An ID or a link is taken as well.'
          : organizations.isPending || (isPending && projects.length === 0)
            ? 'Reading the projects…'
            : organizations.isError || (isError && projects.length === 0)
              ? unread
              : undefined
      }
    />
  )
}
