import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import type { AnyRouteName } from '../../../src/qovery/all-routes'
import { kindOfService, scopeOf, type OwnerKind } from '../../../src/qovery/owner'
import { createVariableAliasRequest } from '../../../src/qovery/owner-schema'
import { createAliasRequest, editSecretRequest } from '../../../src/qovery/schema'
import { link, makeSecret, publicFields, type HeldSecret, type Model } from './model'
import { refuse, taken, type Call, type Handler, type Reply } from './reply'

/** An owner below a project, and the ids of all whose secrets it sees, its own first. */
interface Place {
  kind: OwnerKind
  project: string
  seen: [string, ...string[]]
}

const placeOf = (model: Model, id: string | undefined): Place | undefined => {
  const service = model.services.find((each) => each.id === id)
  const environmentId = service?.environment ?? id
  const environment = model.environments.find((each) => each.id === environmentId)
  if (environment === undefined) return undefined
  const { project } = environment
  if (service === undefined)
    return { kind: 'environment', project, seen: [environment.id, project] }
  const kind = kindOfService(service.service_type)
  return kind && { kind, project, seen: [service.id, environment.id, project] }
}

const ownerOf = ({ owner, project }: HeldSecret) => owner ?? project
const visibleAt = (model: Model, { seen }: Place) =>
  model.secrets.filter((secret) => seen.includes(ownerOf(secret)))

type Shape = (secret: HeldSecret) => unknown
/** The same secret as the calls of variables show it. */
const asVariable: Shape = (secret) => {
  const { aliased_secret, overridden_secret, ...fields } = secret
  return publicFields({
    ...fields,
    is_secret: true,
    value: null,
    aliased_variable: aliased_secret ?? null,
    overridden_variable: overridden_secret ?? null,
  })
}

const listAt = (model: Model, place: Place | undefined, shape: Shape): Reply =>
  place === undefined
    ? refuse(404, 'Not found')
    : { status: 200, body: { results: visibleAt(model, place).map(shape) } }

interface Wanted {
  place: Place | undefined
  targetId: string | undefined
  body: unknown
}

const aliasAt = (model: Model, { place, targetId, body }: Wanted, shape: Shape): Reply => {
  const target = model.secrets.find(({ id }) => id === targetId)
  if (place === undefined || target === undefined) return refuse(404, 'Not found')
  const request = z.safeParse(createAliasRequest, body)
  if (!request.success) return refuse(400, 'Invalid request')
  if (target.variable_type === 'ALIAS') return refuse(400, "You can't create an alias on an alias")
  const scope = scopeOf(place)
  if (!place.seen.includes(ownerOf(target)))
    return refuse(400, `A ${target.scope} secret cannot have an alias at scope ${scope}`)
  const { key, description, enable_interpolation_in_file } = request.data
  const existing = visibleAt(model, place).find((secret) => secret.key === key)
  if (existing !== undefined) return taken(existing)
  const now = new Date().toISOString()
  const alias = makeSecret({
    id: randomUUID(),
    project: place.project,
    owner: place.seen[0],
    created_at: now,
    updated_at: now,
    key,
    scope,
    description: description ?? null,
    enable_interpolation_in_file: enable_interpolation_in_file ?? null,
    variable_type: 'ALIAS',
    aliased_secret: link(target),
  })
  return { status: 201, body: shape(alias), commit: () => model.secrets.push(alias) }
}

const edit = (model: Model, secret: HeldSecret | undefined, body: unknown, shape: Shape): Reply => {
  if (secret === undefined) return refuse(404, 'Secret not found')
  const request = z.safeParse(editSecretRequest, body)
  if (!request.success) return refuse(400, 'Invalid request')
  const { key, description } = request.data
  const edited = {
    ...secret,
    key,
    description: description ?? null,
    updated_at: new Date().toISOString(),
  }
  return {
    status: 200,
    body: shape(edited),
    commit: () => model.secrets.splice(model.secrets.indexOf(secret), 1, edited),
  }
}

/** Deletes a secret with all that points at it or overrides it, wherever that is. */
export const removal = (model: Model, secret: HeldSecret | undefined): Reply => {
  if (secret === undefined) return refuse(404, 'Secret not found')
  const gone = new Set([secret.id])
  for (const id of gone)
    for (const other of model.secrets)
      if (other.aliased_secret?.id === id || other.overridden_secret?.id === id) gone.add(other.id)
  return {
    status: 204,
    commit: () => {
      model.secrets = model.secrets.filter(({ id }) => !gone.has(id))
    },
  }
}

const own = (model: Model, place: Place | undefined, id: string | undefined) =>
  model.secrets.find((secret) => ownerOf(secret) === place?.seen[0] && secret.id === id)
const byId = (model: Model, { ids: [id] }: Call) => model.secrets.find((each) => each.id === id)

/** The calls of one kind of owner; what is of another kind is not found. */
const callsOf = (name: 'Environment' | 'Application' | 'Container' | 'Job') => {
  const at = (model: Model, { ids: [id] }: Call) => {
    const place = placeOf(model, id)
    return place?.kind === name.toLowerCase() ? place : undefined
  }
  const calls: [string, Handler][] = [
    [`list${name}Secrets`, (model, call) => listAt(model, at(model, call), publicFields)],
    [
      `create${name}SecretAlias`,
      (model, call) => {
        const { ids, body } = call
        return aliasAt(model, { place: at(model, call), targetId: ids[1], body }, publicFields)
      },
    ],
    [
      `edit${name}Secret`,
      (model, call) => {
        const { ids, body } = call
        return edit(model, own(model, at(model, call), ids[1]), body, publicFields)
      },
    ],
    [
      `delete${name}Secret`,
      (model, call) => removal(model, own(model, at(model, call), call.ids[1])),
    ],
  ]
  return Object.fromEntries(calls)
}

const services = (model: Model, isMeant: (environment: string) => boolean) =>
  model.services.filter(({ environment }) => isMeant(environment))
const projectOf = (model: Model, environmentId: string) =>
  model.environments.find(({ id }) => id === environmentId)?.project

/** What Qovery does by default for the calls about environments, services and what they own. */
export const ownerHandlers: Partial<Record<AnyRouteName, Handler>> = {
  listEnvironments: (model, { ids: [id] }) => ({
    status: 200,
    body: {
      results: model.environments
        .filter(({ project }) => project === id)
        .map((each) => Object.assign({}, each, { project: { id: each.project } })),
    },
  }),
  listServices: (model, { ids: [, project] }) => ({
    status: 200,
    body: {
      results: services(model, (environment) => projectOf(model, environment) === project).map(
        (each) =>
          Object.assign({}, each, {
            environment: undefined,
            project_id: project,
            environment_id: each.environment,
            environment_name: model.environments.find(({ id }) => id === each.environment)?.name,
          }),
      ),
    },
  }),
  listEnvironmentServices: (model, { ids: [id] }) => ({
    status: 200,
    body: {
      results: services(model, (environment) => environment === id).map((each) =>
        Object.assign({}, each, { environment: { id } }),
      ),
    },
  }),
  ...callsOf('Environment'),
  ...callsOf('Application'),
  ...callsOf('Container'),
  ...callsOf('Job'),
  listVariables: (model, { ids: [id] }) => listAt(model, placeOf(model, id), asVariable),
  createVariableAlias: (model, { ids: [targetId], body }) => {
    const request = z.safeParse(createVariableAliasRequest, body)
    if (!request.success) return refuse(400, 'Invalid request')
    const place = placeOf(model, request.data.alias_parent_id)
    const isOfScope = place !== undefined && scopeOf(place) === request.data.alias_scope
    return aliasAt(model, { place: isOfScope ? place : undefined, targetId, body }, asVariable)
  },
  editVariable: (model, call) => edit(model, byId(model, call), call.body, asVariable),
  deleteVariable: (model, call) => removal(model, byId(model, call)),
}
