import * as z from 'zod/mini'
import { parseToken } from '../qovery/token'
import { environment } from './environment'
import { isLoopback } from './loopback'

export interface Upstream {
  /** Where Qovery's paths are put behind, without a slash at its end. */
  url: string
  /** The server's own `Authorization`, or undefined where the page brings one. */
  authorization: string | undefined
}

export interface Settings {
  port: number
  host: string
  dataFolder: string
  /** Origin under which a proxy shows the console, as browsers send it. */
  publicOrigin: string | undefined
  /** Shared by the instances behind one proxy; undefined: each start makes its own. */
  startSecret: string | undefined
  /** How many secrets to have beside the sandbox's own. */
  generatedSecrets: number
  /** The API to forward to; undefined: the sandbox answers. */
  upstream: Upstream | undefined
}

export type SettingsResult = { settings: Settings } | { problems: string[] }

const defaults = { PORT: '4180', HOST: '127.0.0.1', DATA_DIR: '.data', SANDBOX_SECRETS: '0' }

/**
 * Reads the server's settings from its environment; an empty variable counts as unset.
 * @returns the settings, or every problem as one sentence each.
 */
export const readSettings = (env: Record<string, string | undefined>): SettingsResult => {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const given = { ...defaults, ...set }
  const parsed = z.safeParse(environment, given)
  const issues = parsed.error?.issues ?? []
  const problems = issues.map(({ message }) => message)
  const hostIsSound = issues.every(({ path }) => path[0] !== 'HOST')
  // On a wider address anybody on the network could reach the console, without TLS and perhaps with the token.
  if (hostIsSound && set.PUBLIC_ORIGIN === undefined && !isLoopback(given.HOST)) {
    problems.push(
      'HOST may be another than a loopback address only with PUBLIC_ORIGIN, the https origin of the proxy in front.',
    )
  }
  if (!parsed.success || problems.length > 0) return { problems }
  const { data } = parsed
  return {
    settings: {
      port: data.PORT,
      host: data.HOST,
      dataFolder: data.DATA_DIR,
      publicOrigin: data.PUBLIC_ORIGIN && new URL(data.PUBLIC_ORIGIN).origin,
      startSecret: data.CONSOLE_START_SECRET,
      generatedSecrets: data.SANDBOX_SECRETS,
      upstream: readUpstream(data),
    },
  }
}

const readUpstream = (data: z.infer<typeof environment>): Upstream | undefined => {
  if (data.QOVERY_API_URL === undefined) return undefined
  const token = parseToken(data.QOVERY_API_TOKEN ?? '')
  return {
    url: new URL(data.QOVERY_API_URL).href.replace(/\/+$/, ''),
    authorization: token.ok ? token.authorization : undefined,
  }
}
