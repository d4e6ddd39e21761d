import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import type { AnyRouteName } from '../../../src/qovery/all-routes'
import { createAliasRequest, editSecretRequest } from '../../../src/qovery/schema'
import { link, makeSecret, publicFields, type Model } from './model'
import { ownerHandlers, removal } from './owner-handlers'
import { refuse, taken, type Call, type Handler, type Reply } from './reply'

/** What Qovery does for a call, as far as the console depends on it. */
export const answerByDefault = (operation: AnyRouteName, model: Model, call: Call): Reply =>
  handlers[operation]?.(model, call) ?? refuse(404, 'Not found')

const handlers: Partial<Record<AnyRouteName, Handler>> = {
  ...ownerHandlers,
  listOrganizations: (model) => ok({ results: model.organizations }),
  getOrganization: (model, { ids: [id] }) => found(model.organizations.find(withId(id))),
  listProjects: (model, { ids: [id] }) =>
    ok({ results: model.projects.filter((project) => project.organization.id === id) }),
  getProject: (model, { ids: [id] }) => found(model.projects.find(withId(id))),
  listProjectSecrets: (model, { ids: [id] }) =>
    model.projects.some(withId(id))
      ? ok({
          results: model.secrets
            .filter(({ project, owner = project }) => owner === id)
            .map(publicFields),
        })
      : refuse(404, 'Project not found'),
  createProjectSecretAlias: (model, { ids: [project = '', id], body }) => {
    const target = secretOf(model, project, id)
    if (target === undefined) return refuse(404, 'Secret not found')
    const request = z.safeParse(createAliasRequest, body)
    if (!request.success) return refuse(400, 'Invalid request')
    if (target.variable_type === 'ALIAS')
      return refuse(400, "You can't create an alias on an alias")
    if (target.scope !== 'PROJECT' && target.scope !== 'BUILT_IN')
      return refuse(400, `A ${target.scope} secret cannot have an alias at project level`)
    const { key, description, enable_interpolation_in_file } = request.data
    const namesakes = model.secrets.filter(
      ({ project: held, owner = held, key: known }) => owner === project && known === key,
    )
    const existing = namesakes.find(({ scope }) => scope === 'PROJECT')
    if (existing !== undefined) return taken(existing)
    const overridden = namesakes.find(({ scope }) => scope === 'BUILT_IN')
    const now = new Date().toISOString()
    const alias = makeSecret({
      id: randomUUID(),
      project,
      created_at: now,
      updated_at: now,
      key,
      description: description ?? null,
      enable_interpolation_in_file: enable_interpolation_in_file ?? null,
      variable_type: 'ALIAS',
      aliased_secret: link(target),
      overridden_secret: overridden === undefined ? null : link(overridden),
    })
    return {
      status: 201,
      body: publicFields(alias),
      commit: () => model.secrets.push(alias),
    }
  },
  editProjectSecret: (model, { ids: [project = '', id], body }) => {
    const secret = secretOf(model, project, id)
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
      ...ok(publicFields(edited)),
      commit: () => model.secrets.splice(model.secrets.indexOf(secret), 1, edited),
    }
  },
  deleteProjectSecret: (model, { ids: [project = '', id] }) =>
    removal(model, secretOf(model, project, id)),
}

const ok = (body: unknown): Reply => ({ status: 200, body })

const found = (thing: unknown): Reply =>
  thing === undefined ? refuse(404, 'Not found') : ok(thing)

const withId =
  (id: string | undefined) =>
  (thing: { id: string }): boolean =>
    thing.id === id

const secretOf = (model: Model, project: string, id: string | undefined) =>
  model.secrets.find((secret) => (secret.owner ?? secret.project) === project && secret.id === id)
