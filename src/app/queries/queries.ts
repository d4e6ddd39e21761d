import { QueryClient, queryOptions } from '@tanstack/react-query'
import type { Client } from '../../qovery/client'
import { ApiError } from '../../qovery/errors'
import type { Owner } from '../../qovery/owner'
import { lazyCode } from '../data/lazy-code'

/** The client and its schemas, fetched for the first question. */
export const lazyApi = lazyCode(() => import('./api'))

/** Asks Qovery, once the client is there. */
export const ask = async <Answer>(question: (client: Client) => Promise<Answer>) =>
  question((await lazyApi.get()).client)

// A refusal stays one however often it is asked for; only a lost answer to a question is worth one more try.
const retry = (failures: number, error: Error) =>
  failures < 1 && !(error instanceof ApiError && error.kind === 'http')

/** For how long an answer counts as what Qovery has. The rate limit is 1,000 calls an hour. */
export const freshFor = 60_000

export const queryClient = new QueryClient({
  defaultOptions: {
    // Nothing is asked again within the minute unless somebody wants it.
    queries: { retry, staleTime: freshFor, refetchOnWindowFocus: false, networkMode: 'always' },
    // Never held back to be sent later, when nobody is looking any more.
    mutations: { networkMode: 'always' },
  },
})

export const organizationsQuery = queryOptions({
  queryKey: ['listOrganizations', {}],
  gcTime: Infinity,
  queryFn: ({ signal }) => ask((client) => client.listOrganizations({ signal })),
})

export const projectQuery = (projectId: string) =>
  queryOptions({
    // A name that is on the screen stays there, also where nothing watches the question.
    gcTime: Infinity,
    queryKey: ['getProject', { projectId }],
    queryFn: ({ signal }) => ask((client) => client.getProject(projectId, { signal })),
  })

/** The beginning of the key of every owner's list. */
export const secretLists = ['listSecrets'] as const

/** What an owner's list shows: its own secrets, and those of what is around it. */
export const secretsQuery = (owner: Owner) =>
  queryOptions({
    // What a tab has read is found by name in it from then on.
    gcTime: Infinity,
    queryKey: [...secretLists, owner],
    queryFn: async ({ signal }) => (await lazyApi.get()).secretCalls.listSecrets(owner, { signal }),
  })
