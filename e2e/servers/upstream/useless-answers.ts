import type { Answer } from './fault'
import { altered, html, json, raw, sendRaw } from './raw'

/** A success status with no body. */
export const empty = (status = 201): Answer => raw({ status, headers: [json] })

/** JSON that stops half way, under the length it has. */
export const truncatedJson: Answer = ({ socket, defaultReply }) => {
  const whole = JSON.stringify(defaultReply.body ?? {})
  sendRaw(socket, {
    status: defaultReply.status,
    headers: [json],
    body: whole.slice(0, Math.floor(whole.length / 2)),
  })
}

/** What a proxy or a captive portal answers in Qovery's name. */
export const page = (status = 201): Answer =>
  raw({
    status,
    headers: [html],
    body: '<!doctype html><h1>It works</h1><script>alert(1)</script>',
  })

/** The default answer without one of its fields. */
export const without = (field: 'id' | 'key' | 'scope' | 'created_at'): Answer =>
  altered((body) => ({ ...body, [field]: undefined }))

/** The whole default body under another success status than the documented one. */
export const otherStatus = (status: 200 | 202 | 204): Answer =>
  status === 204 ? raw({ status }) : altered((body) => body, status)

/** Created, so it says, under another key. */
export const otherKey = (key: string): Answer => altered((body) => ({ ...body, key }))

/** Enumerations that grew, fields nobody has heard of, and null wherever it may stand. */
export const fromTheFuture: Answer = altered((body) => ({
  ...body,
  scope: 'GALAXY',
  variable_type: 'QUANTUM',
  service_type: 'ORACLE',
  owned_by: null,
  updated_at: null,
  service_id: null,
  service_name: null,
  overridden_secret: null,
  description: null,
  enable_interpolation_in_file: null,
  from_the_future: { nested: [1, 2, 3] },
}))

/** The default answer with some of its fields replaced. */
export const withFields = (fields: object): Answer => altered((body) => ({ ...body, ...fields }))
