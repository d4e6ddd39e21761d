import { queryOptions } from '@tanstack/react-query'
import { fetchNow } from './fetch-now'
import { ask, organizationsQuery } from './queries'

export const projectsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['listProjects', { organizationId }],
    queryFn: ({ signal }) => ask((client) => client.listProjects(organizationId, { signal })),
  })

/**
 * Every project of every organization that can be read; those of an organization that cannot are missing. `unread`: how
 * many entries of these lists could not be read.
 */
export const everyProjectQuery = queryOptions({
  queryKey: ['listEveryProject', {}],
  gcTime: Infinity,
  queryFn: async () => {
    const organizations = await fetchNow(organizationsQuery)
    const lists = await Promise.allSettled(
      organizations.results.map(({ id }) => fetchNow(projectsQuery(id))),
    )
    const read = lists.flatMap((list) => (list.status === 'fulfilled' ? [list.value] : []))
    const projects = read.flatMap(({ results }) => results)
    const failed = lists.find((list) => list.status === 'rejected')
    if (projects.length === 0 && failed !== undefined) throw failed.reason
    const unread = [organizations, ...read].reduce((sum, list) => sum + list.unreadable.length, 0)
    return { organizations: organizations.results, projects, unread }
  },
})
