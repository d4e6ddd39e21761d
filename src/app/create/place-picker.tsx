import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { modeWord } from '../../rules/api-words'
import { Combobox } from '../pick/combobox'
import type { PickerProps } from '../pick/pick-field'
import { projectQuery } from '../queries/queries'
import { treeQuery } from '../queries/tree-query'
import { useSession } from '../session/session'
import { placeOptions } from './place-options'
import { useOwner } from './use-owner'

/** The project, its environments and their services; asked for when somebody first enters the box. */
export const PlacePicker = (props: PickerProps) => {
  const { ready } = useSession()
  const { projectId } = useOwner()
  const enabled = ready && projectId !== undefined
  const { data: project } = useQuery({ ...projectQuery(projectId ?? ''), enabled })
  const tree = useQuery({ ...treeQuery(projectId ?? ''), enabled: enabled && props.entered })
  const options = useMemo(
    () => (tree.data === undefined ? [] : placeOptions(projectId ?? '', project, tree.data)),
    [projectId, project, tree.data],
  )
  const isPartial =
    tree.data !== undefined && (tree.data.environmentsError ?? tree.data.servicesError) !== null
  return (
    <Combobox
      {...props}
      kind="place"
      options={options}
      unread={tree.data?.unreadable.length ?? 0}
      message={
        !ready
          ? 'Environments and services are listed once there is a token.'
          : projectId === undefined
            ? 'Choose a project first.'
            : tree.isLoading
              ? 'Reading environments and services…'
              : tree.isError
                ? 'Environments and services could not be read. Without a place the alias is the project’s.'
                : isPartial
                  ? `Not all could be read: ${tree.data?.environmentsError === null ? 'services' : 'environments without services'} are missing.`
                  : undefined
      }
    />
  )
}

/** What is known of a place that is no project. */
export const WhereHint = () => {
  const { ready } = useSession()
  const { where, owner, located, tree, isLoading, isError } = useOwner()
  const { environments } = tree ?? { environments: [] }
  if (owner !== undefined) {
    const options = placeOptions('', undefined, tree)
    const { facts = '' } = options.find(({ id }) => id === owner.id) ?? {}
    const environment = environments.find(({ services }) =>
      services.some(({ service }) => service.id === owner.id),
    )
    return (
      <span translate="no">
        {[facts, environment?.mode && modeWord(environment.mode)].filter(Boolean).join(' · ')}
      </span>
    )
  }
  // An element of its own: a translator moves a bare text.
  return <span>{whyUnnamed()}</span>

  function whyUnnamed() {
    if (located !== undefined && 'service' in located) return located.service.disabledReason
    if (!ready) return 'Its name is shown once there is a token.'
    if (isLoading) return 'Looking it up…'
    if (isError) return 'Environments and services could not be read.'
    return where === '' || tree === undefined
      ? null
      : 'Nothing of this project has this name or ID.'
  }
}
