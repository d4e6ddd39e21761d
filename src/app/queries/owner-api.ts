import { createOwnerClient } from '../../qovery/owner-client'
import { createSecretCalls } from '../../qovery/secret-calls'
import { client, server } from './api'

// Environments and services are for those who ask for them: the first page loads nothing of this.

/** Environments, services and what they own. */
export const ownerClient = createOwnerClient(server)

/** Secrets, whoever owns them. */
export const secretCalls = createSecretCalls(client, ownerClient)
