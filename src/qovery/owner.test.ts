import { expect, test } from 'vitest'
import { ownerOfService, scopeOf } from './owner'

const id = '3C90C3CC-0D44-4B50-8888-8DD25736052A'

test.each(['APPLICATION', 'CONTAINER', 'JOB', 'HELM', 'TERRAFORM', 'AGENTIC_WORKFLOW'])(
  'a service of type %s owns secrets of the scope of that name',
  (service_type) => {
    const owner = ownerOfService({ id, service_type })
    expect(owner && scopeOf(owner)).toBe(service_type)
    expect(owner?.id).toBe(id.toLowerCase())
  },
)

test.each(['DATABASE', 'ARGOCD_APP', 'ENVIRONMENT', 'PROJECT', 'application', 'GATEWAY'])(
  'a service of type %s owns none',
  (service_type) => {
    expect(ownerOfService({ id, service_type })).toBeUndefined()
  },
)
