// Two modules of undici by themselves. All of it, with fetch, caches and more, would make the server's start half as long
// again. What only that adds to a client is left out here: request, connect, pipeline and the like.

declare module 'undici/lib/dispatcher/client.js' {
  import type { Client as WholeClient } from 'undici'

  type Client = Pick<WholeClient, 'dispatch' | 'destroy' | 'destroyed'>
  const Client: new (url: string, options: WholeClient.Options) => Client
  export default Client
}

declare module 'undici/lib/core/connect.js' {
  import { buildConnector } from 'undici'

  export default buildConnector
}
