import * as z from 'zod/mini'
import { parseToken } from '../../qovery/token'
import { environment, wrapping, type Environment } from './environment'
import { isLoopback } from './loopback'
import { isOwnAddress } from './own-address'
import { proxyFor } from './proxy'
import { isSetting, readVariables, type Setting, type Variables } from './variables'

export interface Upstream {
  /** Where Qovery's paths are put behind, without a slash at its end. */
  url: string
  /** The server's own `Authorization`, or undefined where the page brings one. */
  authorization: string | undefined
  /** What calls to it go through; absent where nothing stands between. */
  proxy?: URL | undefined
}

export interface Settings {
  port: number
  host: string
  dataFolder: string
  /** Origin under which a proxy shows the console, as browsers send it. */
  publicOrigin: string | undefined
  /** Shared by the instances behind one proxy; undefined: each start makes its own. */
  startSecret: string | undefined
  /** How much to have beside what the sandbox has of its own. */
  generated: { secrets: number; environments: number; services: number }
  /** The API to forward to; undefined: the sandbox answers. */
  upstream: Upstream | undefined
}

/** Either what is used and what is worth a word about it, or why nothing can be; one sentence each. */
export type SettingsResult = { settings: Settings; notices: string[] } | { problems: string[] }

const defaults = {
  PORT: '4180',
  HOST: '127.0.0.1',
  DATA_DIR: '.data',
  SANDBOX_SECRETS: '0',
  SANDBOX_ENVIRONMENTS: '0',
  SANDBOX_SERVICES: '0',
}

/**
 * Reads the server's settings from its environment, where each has two names; an empty variable counts as unset.
 * @returns the settings, or every problem as one sentence each.
 */
export const readSettings = (env: Record<string, string | undefined>): SettingsResult => {
  const { values, nameOf, ...variables } = readVariables(env)
  const given = { ...defaults, ...values }
  const parsed = z.safeParse(environment, given)
  const faulty = new Map<Setting, string>()
  for (const { path, message } of parsed.error?.issues ?? []) {
    const [setting] = path
    if (isSetting(setting)) faulty.set(setting, wrapping(given[setting] ?? '') ?? message)
  }
  const problems = [...faulty].map(([setting, fault]) => `${nameOf(setting)} ${fault}`)
  problems.unshift(...variables.problems)
  // On a wider address anybody on the network could reach the console, without TLS and perhaps with the token.
  if (
    !faulty.has('HOST') &&
    !faulty.has('PUBLIC_ORIGIN') &&
    !isLoopback(given.HOST) &&
    !/^https:/i.test(given.PUBLIC_ORIGIN ?? '')
  ) {
    problems.push(
      `${nameOf('HOST')} may be another than a loopback address only with ${nameOf('PUBLIC_ORIGIN')}, the https origin of the proxy in front.`,
    )
  }
  const route = readRoute(parsed.data?.QOVERY_API_URL, env)
  if ('problem' in route) problems.push(route.problem)
  const api = parsed.data?.QOVERY_API_URL
  if (parsed.success && api !== undefined && isOwnAddress(new URL(api), parsed.data)) {
    problems.push(
      `${nameOf('QOVERY_API_URL')} is the address of the console itself: name that of Qovery’s API, such as https://api.qovery.com.`,
    )
  }
  if (!parsed.success || 'problem' in route || problems.length > 0) return { problems }
  const { data } = parsed
  return {
    settings: {
      port: data.PORT,
      host: data.HOST,
      dataFolder: data.DATA_DIR,
      publicOrigin: data.PUBLIC_ORIGIN && new URL(data.PUBLIC_ORIGIN).origin,
      startSecret: data.CONSOLE_START_SECRET,
      generated: {
        secrets: data.SANDBOX_SECRETS,
        environments: data.SANDBOX_ENVIRONMENTS,
        services: data.SANDBOX_SERVICES,
      },
      upstream: readUpstream(data, route.proxy),
    },
    notices: [...variables.notices, ...withoutEffect(data, nameOf)],
  }
}

/** Settings that promise what the others do not keep. A token may be there for other programs, such as Terraform. */
const withoutEffect = (data: Environment, nameOf: Variables['nameOf']) => {
  const { QOVERY_API_URL: url, QOVERY_API_TOKEN: token, CONSOLE_START_SECRET: secret } = data
  const notices: string[] = []
  if (token !== undefined && url === undefined) {
    notices.push(
      `${nameOf('QOVERY_API_TOKEN')} is not used without ${nameOf('QOVERY_API_URL')}: the sandbox answers.`,
    )
  }
  if (secret !== undefined && (token === undefined || url === undefined)) {
    notices.push(
      `${nameOf('CONSOLE_START_SECRET')} is not used: it guards a token that the server holds, and this one holds none.`,
    )
  }
  return notices
}

/** By which proxy, if any, the API is reached. */
const readRoute = (api: string | undefined, env: Record<string, string | undefined>) =>
  api === undefined ? { proxy: undefined } : proxyFor(new URL(api), env)

const readUpstream = (data: Environment, proxy: URL | undefined): Upstream | undefined => {
  if (data.QOVERY_API_URL === undefined) return undefined
  const token = parseToken(data.QOVERY_API_TOKEN ?? '')
  return {
    url: new URL(data.QOVERY_API_URL).href.replace(/\/+$/, ''),
    authorization: token.ok ? token.authorization : undefined,
    proxy,
  }
}
