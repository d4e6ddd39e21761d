import { ApiError } from '../../qovery/errors'

/** The client, asked for when it is needed; it loads beside the first list. */
export const loadClient = async () => {
  try {
    return (await import('../api')).client
  } catch {
    throw new ApiError({ kind: 'network', sent: false })
  }
}
