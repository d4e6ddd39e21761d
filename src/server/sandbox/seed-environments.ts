import { payments, storefront } from './seed-projects'

/** An environment to begin with. */
export interface SeedEnvironment {
  id: string
  project_id: string
  created_at: string
  name: string
  mode: string
  expires_at?: string
}

/** A service to begin with. */
export interface SeedService {
  id: string
  environment_id: string
  created_at: string
  name: string
  service_type: string
  job_type?: string
  description?: string
}

export const production: SeedEnvironment = {
  id: '6513270e-269e-4d37-b2a7-4de452e6b438',
  project_id: payments.id,
  created_at: '2025-02-11T09:08:40.512007Z',
  name: 'production',
  mode: 'PRODUCTION',
}

export const staging: SeedEnvironment = {
  id: 'd23f0824-128b-4f33-8c5c-7fd0a6a3a450',
  project_id: payments.id,
  created_at: '2025-02-11T09:09:02.118455Z',
  name: 'staging',
  mode: 'STAGING',
}

/** A throwaway clone, as one run of an agentic workflow leaves it behind for a while. */
const agentRun: SeedEnvironment = {
  id: '9531985d-5d9d-49f8-9818-e811892f902b',
  project_id: payments.id,
  created_at: '2026-08-20T13:47:55.730112Z',
  name: 'refund-agent-run-4821',
  mode: 'PREVIEW',
  expires_at: '2026-08-27T13:47:55.730112Z',
}

export const shop: SeedEnvironment = {
  id: '36f675cc-81e7-4ef5-a8e2-5d940ed90475',
  project_id: storefront.id,
  created_at: '2025-03-31T12:59:10.001842Z',
  name: 'production',
  mode: 'PRODUCTION',
}

const giftCards: SeedEnvironment = {
  id: '6b0d549b-6f03-475a-9600-a35a099950d8',
  project_id: storefront.id,
  created_at: '2026-07-14T06:20:31.448230Z',
  name: 'pr-1204-gift-cards',
  mode: 'PREVIEW',
}

export const environments: readonly SeedEnvironment[] = [
  production,
  staging,
  agentRun,
  shop,
  giftCards,
]

const serviceOf = (
  environment: SeedEnvironment,
  id: string,
  name: string,
  service_type: string,
  more: Partial<SeedService> = {},
): SeedService => ({
  id,
  environment_id: environment.id,
  created_at: environment.created_at,
  name,
  service_type,
  ...more,
})

/** One of each type that Qovery has, where aliases are most used: in production. */
export const inProduction = {
  checkout: serviceOf(
    production,
    'b6c5678e-4134-4919-8087-afb7a341039f',
    'checkout-api',
    'APPLICATION',
    {
      description: 'Takes the payments',
    },
  ),
  fraud: serviceOf(production, '67372389-b00f-4b84-86eb-90fe96649e58', 'fraud-worker', 'CONTAINER'),
  settlement: serviceOf(
    production,
    'a71d9293-8bb4-4b6d-8129-68f007e5ef8f',
    'nightly-settlement',
    'JOB',
    {
      job_type: 'CRON',
    },
  ),
  migration: serviceOf(
    production,
    '8d116ece-1738-47d9-bd9c-172411e20b8f',
    'migrate-orders',
    'JOB',
    {
      job_type: 'LIFECYCLE',
    },
  ),
  ingress: serviceOf(production, 'c3141213-5bd6-4420-8db5-43cecb3cc959', 'ingress', 'HELM'),
  network: serviceOf(production, '03629be1-a09a-4821-ba2c-d03fd52d25c9', 'network', 'TERRAFORM'),
  agent: serviceOf(
    production,
    '5b067970-8cd7-45ac-a71f-2027746ee14f',
    'refund-agent',
    'AGENTIC_WORKFLOW',
  ),
  orders: serviceOf(production, '674246f8-690e-4639-a35e-1e90f05c3e49', 'orders-db', 'DATABASE'),
  risk: serviceOf(production, '90c192cf-d3ac-44af-8f21-ddb66cad4a26', 'risk-cache', 'DATABASE'),
  dashboards: serviceOf(
    production,
    'a170b338-3926-4059-b28c-105d1fb17c23',
    'risk-dashboards',
    'ARGOCD_APP',
  ),
}

export const stagingCheckout = serviceOf(
  staging,
  '0fd630f1-f29d-4da9-953f-48f1a09f76b5',
  'checkout-api',
  'APPLICATION',
)

export const services: readonly SeedService[] = [
  ...Object.values(inProduction),
  stagingCheckout,
  serviceOf(staging, '0cb1e29c-658c-4a14-95e6-0af593bd04cf', 'fraud-worker', 'CONTAINER'),
  serviceOf(staging, '8e81973e-0bec-47b0-b898-d190f9ebdacc', 'orders-db', 'DATABASE'),
  serviceOf(agentRun, '92276658-1e27-41c0-8a6a-63ec24ede6a4', 'checkout-api', 'APPLICATION'),
  serviceOf(agentRun, 'ae97ba94-d0ed-482f-8f6d-05584ef8aa38', 'refund-agent', 'AGENTIC_WORKFLOW'),
  serviceOf(shop, '923a7369-94e3-4f91-9a61-dbe22e44158b', 'shop-web', 'APPLICATION'),
  serviceOf(shop, '18f135d2-5f55-4203-b018-50c5a38fd547', 'search', 'CONTAINER'),
  serviceOf(shop, '7f150524-34b9-45df-9e77-69b10f4205b4', 'reindex', 'JOB', { job_type: 'CRON' }),
  serviceOf(shop, 'e0bbaafe-e059-4020-85ff-addf49b9a840', 'carts', 'DATABASE'),
  serviceOf(giftCards, 'c6f87718-6d76-407e-881e-d162ae2eb154', 'shop-web', 'APPLICATION'),
]
