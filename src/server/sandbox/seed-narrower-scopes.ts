import type { SeedSecret } from './secrets'

/** Holds, out of the list's sight, the key whose refusal the sandbox gives on purpose. */
export const holderElsewhere = {
  id: '5d1f8a36-27c4-4e0b-9a6d-c8b3f0e21794',
  key: 'SANDBOX_409',
  scope: 'ENVIRONMENT',
  variable_type: 'VALUE',
  created_at: '2025-06-17T08:39:02.774013Z',
}

/** Secrets of payments' environments and services: the project's list shows none, and no alias of the project reaches one. */
export const narrowerSecrets: readonly SeedSecret[] = [
  holderElsewhere,
  {
    id: 'a47c2ff2-d9cc-47f6-836c-8697396f7b59',
    key: 'FEATURE_FLAGS_TOKEN',
    scope: 'ENVIRONMENT',
    variable_type: 'VALUE',
    created_at: '2025-06-17T08:40:11.309871Z',
  },
  {
    id: 'c51ea8d9-3936-4922-84a6-a94c7fb5461e',
    key: 'CHECKOUT_SESSION_KEY',
    scope: 'APPLICATION',
    variable_type: 'VALUE',
    created_at: '2025-06-17T08:41:07.118430Z',
    service_id: 'b6c5678e-4134-4919-8087-afb7a341039f',
    service_name: 'checkout-api',
    service_type: 'APPLICATION',
  },
  {
    id: '01443a4e-520e-417c-9d30-8924e342642b',
    key: 'FRAUD_MODEL_TOKEN',
    scope: 'CONTAINER',
    variable_type: 'VALUE',
    created_at: '2025-06-17T08:41:14.118430Z',
    service_id: '67372389-b00f-4b84-86eb-90fe96649e58',
    service_name: 'fraud-worker',
    service_type: 'CONTAINER',
  },
  {
    id: '030926ba-8e04-420a-9ac5-d5502824f69b',
    key: 'SETTLEMENT_SFTP_PASSWORD',
    scope: 'JOB',
    variable_type: 'VALUE',
    created_at: '2025-06-17T08:41:21.118430Z',
    service_id: 'a71d9293-8bb4-4b6d-8129-68f007e5ef8f',
    service_name: 'nightly-settlement',
    service_type: 'JOB',
  },
  {
    id: '3f815abe-a571-4d8d-a152-ce911e4ff6bb',
    key: 'INGRESS_BASIC_AUTH',
    scope: 'HELM',
    variable_type: 'VALUE',
    created_at: '2025-06-17T08:41:28.118430Z',
    service_id: 'c3141213-5bd6-4420-8db5-43cecb3cc959',
    service_name: 'ingress',
    service_type: 'HELM',
  },
  {
    id: 'a436ba0c-d083-40ee-b1ad-76b33934b503',
    key: 'NETWORK_STATE_KEY',
    scope: 'TERRAFORM',
    variable_type: 'VALUE',
    created_at: '2025-06-17T08:41:35.118430Z',
    service_id: '03629be1-a09a-4821-ba2c-d03fd52d25c9',
    service_name: 'network',
    service_type: 'TERRAFORM',
  },
  {
    id: '383658d4-5529-45f8-90c5-f01ed9b0b5f8',
    key: 'REFUND_AGENT_TOKEN',
    scope: 'AGENTIC_WORKFLOW',
    variable_type: 'VALUE',
    created_at: '2026-05-20T10:03:27.556102Z',
    service_id: '5b067970-8cd7-45ac-a71f-2027746ee14f',
    service_name: 'refund-agent',
  },
]
