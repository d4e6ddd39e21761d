import { useQuery } from '@tanstack/react-query'
import type { Place } from '../../qovery/as-code/alias-plan'
import { organizationsQuery, projectQuery } from './queries'
import { useSession } from '../session/session'

/** A project and its organization by name, which the tools that know no ids ask for; null while they are not known. */
export const usePlace = (projectId: string): Place => {
  const { ready } = useSession()
  const { data: project } = useQuery({ ...projectQuery(projectId), enabled: ready })
  const { data: organizations } = useQuery({ ...organizationsQuery, enabled: ready })
  const organization = organizations?.results.find(({ id }) => id === project?.organization.id)
  return {
    organization: organization ?? null,
    project: { id: projectId, name: project?.name ?? null },
  }
}
