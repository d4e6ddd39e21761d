import { knownServiceTypes } from '../../qovery/schema'

interface Service {
  id: string
  name: string
  service_type: string
}

const linkedTypes = new Set<string>(knownServiceTypes)

/** What a secret says of the service that it belongs to or describes: Qovery's description knows not each type there. */
export const linkedService = ({ id, name, service_type }: Service) => ({
  service_id: id,
  service_name: name,
  ...(linkedTypes.has(service_type) ? { service_type } : {}),
})
