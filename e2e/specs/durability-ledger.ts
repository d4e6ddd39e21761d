import { randomUUID } from 'node:crypto'
import type { Agent } from 'node:http'
import { expect } from 'playwright/test'
import * as z from 'zod/mini'
import { secret, secretList } from '../../src/qovery/schema'
import { callApi } from '../http/call-api'

/** The documentation's example id: the sandbox has a project and a secret of it. */
const exampleId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const project = `/project/${exampleId}/secret`
const prefix = 'DURABLE_'

/** How many aliases are kept before writers start to delete as well. */
const enough = 200

/** What the server has promised, written down at the moment of its answer. */
export const createLedger = () => {
  /** Ids by key: these exist. */
  const acknowledged = new Map<string, string>()
  /** Idempotency keys by key: asked for, no answer came. These may exist. */
  const unanswered = new Map<string, string>()
  /** Ids by key: to be deleted, no answer came. These may exist. */
  const doomed = new Map<string, string>()
  let count = 0

  const post = async (port: number, agent: Agent, key: string, idempotencyKey: string) => {
    const { status, body } = await callApi(port, {
      method: 'POST',
      path: `${project}/${exampleId}/alias`,
      headers: { 'idempotency-key': idempotencyKey },
      body: { key, description: null, enable_interpolation_in_file: false },
      agent,
    })
    expect(status, `answer to ${key}: ${JSON.stringify(body)}`).toBe(201)
    const { id } = z.parse(secret, body)
    unanswered.delete(key)
    acknowledged.set(key, id)
    return id
  }

  return {
    /** Creates one more alias, or deletes the oldest where there are enough. Rejects where the server dies under it. */
    write: async (port: number, agent: Agent) => {
      const [oldest] = acknowledged
      if (oldest !== undefined && acknowledged.size > enough) {
        const [key, id] = oldest
        acknowledged.delete(key)
        doomed.set(key, id)
        const path = `${project}/${id}`
        const { status } = await callApi(port, { method: 'DELETE', path, agent })
        expect(status, `deletion of ${key}`).toBe(204)
        doomed.delete(key)
        return
      }
      count += 1
      const key = `${prefix}${count}`
      const idempotencyKey = randomUUID()
      unanswered.set(key, idempotencyKey)
      await post(port, agent, key, idempotencyKey)
    },

    /** Compares what the server has with what it has promised, then asks again for what it has not answered. */
    check: async (port: number, agent: Agent) => {
      const answer = await callApi(port, { path: project, agent })
      expect(answer.status).toBe(200)
      const all = z.parse(secretList, answer.body).results ?? []
      const ids = new Set(all.map(({ id }) => id))
      const ours = all.filter(({ key }) => key.startsWith(prefix))
      const listed = new Map(ours.map(({ key, id }) => [key, id]))

      const lost = [...acknowledged].filter(([key, id]) => listed.get(key) !== id)
      expect(lost, 'acknowledged, and not there under its id').toEqual([])
      expect([listed.size, ids.size], 'each key and each id once').toEqual([
        ours.length,
        all.length,
      ])
      const ghosts = [...listed.keys()].filter(
        (key) => !acknowledged.has(key) && !unanswered.has(key) && !doomed.has(key),
      )
      expect(ghosts, 'there, and never asked for, or deleted').toEqual([])
      const halves = ours.filter(
        ({ aliased_secret: target, variable_type: type }) =>
          type !== 'ALIAS' || target?.id !== exampleId || !ids.has(target.id),
      )
      expect(halves, 'half written').toEqual([])

      for (const [key, id] of doomed) if (listed.has(key)) acknowledged.set(key, id)
      doomed.clear()
      const again = [...unanswered].map(async ([key, idempotencyKey]) => {
        const id = await post(port, agent, key, idempotencyKey)
        expect(id, `${key} asked for again with the same idempotency key`).toBe(
          listed.get(key) ?? id,
        )
      })
      await Promise.all(again)
    },

    get acknowledgedCount() {
      return acknowledged.size
    },
  }
}
