import type { Client } from './client'
import type { Owner } from './owner'
import type { OwnerClient } from './owner-client'
import type { CreateAliasRequest, EditSecretRequest, Secret, SecretList } from './schema'
import type { CallOptions } from './send-call'

interface SecretAddress {
  /** Who owns it, not where it was seen. Of a new alias: who is to own that. */
  owner: Owner
  secretId: string
}

/** The calls about secrets, whoever owns them. Each resolves with a decoded answer or rejects with an ApiError. */
export interface SecretCalls {
  listSecrets: (owner: Owner, options?: CallOptions) => Promise<SecretList>
  createSecretAlias: (
    address: SecretAddress,
    body: CreateAliasRequest,
    options?: CallOptions,
  ) => Promise<Secret>
  editSecret: (
    address: SecretAddress,
    body: EditSecretRequest,
    options?: CallOptions,
  ) => Promise<Secret>
  deleteSecret: (address: SecretAddress, options?: CallOptions) => Promise<void>
}

/**
 * A project's calls, which the first page needs, and those of all that is narrower, as one.
 * @param narrower the client for environments and services, fetched for the first call of one
 */
export const createSecretCalls = (
  projects: Client,
  narrower: () => Promise<OwnerClient>,
): SecretCalls => ({
  listSecrets: async (owner, options) =>
    owner.kind === 'project'
      ? projects.listSecrets(owner, options)
      : (await narrower()).listSecrets(owner, options),
  createSecretAlias: async ({ owner, secretId }, body, options) =>
    owner.kind === 'project'
      ? projects.createSecretAlias({ owner, secretId }, body, options)
      : (await narrower()).createSecretAlias({ owner, secretId }, body, options),
  editSecret: async ({ owner, secretId }, body, options) =>
    owner.kind === 'project'
      ? projects.editSecret({ owner, secretId }, body, options)
      : (await narrower()).editSecret({ owner, secretId }, body, options),
  deleteSecret: async ({ owner, secretId }, options) =>
    owner.kind === 'project'
      ? projects.deleteSecret({ owner, secretId }, options)
      : (await narrower()).deleteSecret({ owner, secretId }, options),
})
