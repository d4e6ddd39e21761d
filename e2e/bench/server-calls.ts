import { randomUUID } from 'node:crypto'
import { typedToken } from '../servers/live-console'
import { fromPage, jsonPost, requestBytes } from '../http/request-bytes'

const exampleId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const secrets = `/api/project/${exampleId}/secret`

const keepAlive = (bytes: string) => bytes.replace('connection: close\r\n', '')

/** The POST that the console's page makes for an alias of this key, under an idempotency key of its own. */
export const createAliasBytes = (port: number, key: string, token = typedToken) =>
  keepAlive(
    jsonPost(
      `${secrets}/${exampleId}/alias`,
      [
        ...fromPage(`127.0.0.1:${port}`),
        `authorization: Token ${token}`,
        `idempotency-key: ${randomUUID()}`,
      ],
      JSON.stringify({ key, description: null, enable_interpolation_in_file: false }),
    ),
  )

export const listBytes = (port: number, project: string) =>
  keepAlive(
    requestBytes({
      target: `/api/project/${project}/secret`,
      headers: fromPage(`127.0.0.1:${port}`),
    }),
  )

export const pageBytes = (port: number) =>
  keepAlive(requestBytes({ headers: [`host: 127.0.0.1:${port}`, 'accept-encoding: br'] }))
