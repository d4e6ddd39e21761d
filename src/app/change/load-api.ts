import { ApiError } from '../../qovery/errors'
import { lazyApi } from '../queries'

/** The client, asked for when it is needed; it loads beside the first list. */
export const loadClient = async () => {
  try {
    return (await lazyApi.soon()).client
  } catch {
    throw new ApiError({ kind: 'network', sent: false })
  }
}
