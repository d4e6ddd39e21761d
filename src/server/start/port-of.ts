import type { Server } from 'node:net'

/** The port that a server listens on; undefined where it listens on none. */
export const portOf = (server: Pick<Server, 'address'> | null): number | undefined => {
  const address = server?.address()
  return typeof address === 'object' && address !== null ? address.port : undefined
}
