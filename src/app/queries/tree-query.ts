import { queryOptions } from '@tanstack/react-query'
import { lazyCode } from '../data/lazy-code'

const lazyTree = lazyCode(() => import('./read-tree'))

/** A project's environments and services. */
export const treeQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projectTree', { projectId }],
    queryFn: async ({ signal }) => (await lazyTree.get()).readTree(projectId, signal),
  })
