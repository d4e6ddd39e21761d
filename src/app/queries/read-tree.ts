import { loadOwnerClient } from './api'
import { makeTree, type ProjectTree } from './project-tree'
import { fetchNow } from './fetch-now'
import { projectQuery } from './queries'

/** Reads the tree of a project, in two calls whatever its size. Rejects where neither list could be read. */
export const readTree = async (projectId: string, signal: AbortSignal): Promise<ProjectTree> => {
  const ownerClient = await loadOwnerClient()
  const listServices = async () => {
    const { organization } = await fetchNow(projectQuery(projectId))
    return ownerClient.listServices({ organizationId: organization.id, projectId }, { signal })
  }
  const [environments, services] = await Promise.allSettled([
    // Not the list with their states: only this one tells which of them expire.
    ownerClient.listEnvironments(projectId, { signal }),
    listServices(),
  ])
  if (environments.status === 'rejected' && services.status === 'rejected')
    throw environments.reason
  return makeTree(projectId, environments, services)
}
