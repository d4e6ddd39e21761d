import { createOwnerClient } from '../../qovery/owner-client'
import { server } from './api'

/** Environments, services and what they own. */
export const ownerClient = createOwnerClient(server)
