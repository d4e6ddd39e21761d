import { queryOptions } from '@tanstack/react-query'
import type { Organization, Project } from '../../qovery/schema'
import { fetchNow } from './fetch-now'
import { ask, freshFor, organizationsQuery } from './queries'

export const projectsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['listProjects', { organizationId }],
    queryFn: ({ signal }) => ask((client) => client.listProjects(organizationId, { signal })),
  })

/**
 * Every project of every organization that can be read. `unread`: how many entries of these lists could not be read;
 * `missing`: of how many organizations there is no list.
 */
export const everyProjectQuery = queryOptions({
  queryKey: ['listEveryProject', {}],
  gcTime: Infinity,
  // What was refused once is asked for by whoever looks next; the lists that were read are not.
  staleTime: ({ state: { data } }) => (data !== undefined && data.missing > 0 ? 0 : freshFor),
  queryFn: async (): Promise<EveryProject> => {
    const organizations = await fetchNow(organizationsQuery)
    const lists = await Promise.allSettled(
      organizations.results.map(({ id }) => fetchNow(projectsQuery(id))),
    )
    const read = lists.flatMap((list) => (list.status === 'fulfilled' ? [list.value] : []))
    const projects = read.flatMap(({ results }) => results)
    const failed = lists.find((list) => list.status === 'rejected')
    if (projects.length === 0 && failed !== undefined) throw failed.reason
    const unread = [organizations, ...read].reduce((sum, list) => sum + list.unreadable.length, 0)
    const missing = lists.length - read.length
    return { organizations: organizations.results, projects, unread, missing }
  },
})

interface EveryProject {
  organizations: readonly Organization[]
  projects: readonly Project[]
  unread: number
  missing: number
}
