/** The second name of each setting. Qovery keeps names that begin with QOVERY_ for itself; HOST and PORT are anybody's. */
const secondNames = {
  PORT: 'ALIAS_CONSOLE_PORT',
  HOST: 'ALIAS_CONSOLE_HOST',
  DATA_DIR: 'ALIAS_CONSOLE_DATA_DIR',
  SANDBOX_SECRETS: 'ALIAS_CONSOLE_SANDBOX_SECRETS',
  SANDBOX_ENVIRONMENTS: 'ALIAS_CONSOLE_SANDBOX_ENVIRONMENTS',
  SANDBOX_SERVICES: 'ALIAS_CONSOLE_SANDBOX_SERVICES',
  QOVERY_API_URL: 'ALIAS_CONSOLE_API_URL',
  QOVERY_API_TOKEN: 'ALIAS_CONSOLE_API_TOKEN',
  PUBLIC_ORIGIN: 'ALIAS_CONSOLE_PUBLIC_ORIGIN',
  CONSOLE_START_SECRET: 'ALIAS_CONSOLE_START_SECRET',
} as const

export type Setting = keyof typeof secondNames

type Env = Readonly<Record<string, string | undefined>>

export interface Variables {
  values: Partial<Record<Setting, string>>
  /** The name under which each setting was given, and its first one where it was not. */
  nameOf: (setting: Setting) => string
  /** Settings whose two names say different things, as one sentence each. */
  problems: string[]
  /** What looks like a setting and is none, as one sentence each. */
  notices: string[]
}

export const isSetting = (name: PropertyKey | undefined): name is Setting =>
  name !== undefined && Object.hasOwn(secondNames, name)
const settings = Object.keys(secondNames).filter(isSetting)

/** Reads what the environment says under either name of each setting; an empty variable counts as unset. */
export const readVariables = (env: Env): Variables => {
  const values: Variables['values'] = {}
  const names = new Map<Setting, string>()
  const problems: string[] = []
  for (const setting of settings) {
    const second = secondNames[setting]
    const [name, other] = [setting, second].filter((each) => isGiven(each, env[each]))
    const value = name && env[name]
    if (name === undefined || value === undefined) continue
    names.set(setting, name)
    values[setting] = value
    if (other !== undefined && env[other] !== value) {
      problems.push(
        `${setting} and ${second} are two names of one setting and have different values: unset one of them.`,
      )
    }
  }
  const isSecond = names.size > 0 && [...names].every(([setting, name]) => setting !== name)
  return {
    values,
    // Who gives settings by their second names knows those.
    nameOf: (setting) => names.get(setting) ?? (isSecond ? secondNames[setting] : setting),
    problems,
    notices: Object.keys(env)
      .filter((name) => isUnknown(name, env[name]))
      .map((name) => `${name} is no setting of the console, and is not read.`),
  }
}

// Kubernetes gives every pod the address of a service named alias-console in variables of these names: see its “Environment
// variables” of services.
const isOfKubernetes = (name: string, value: string) =>
  /^(?:tcp|udp|sctp):\/\//.test(value) || /_SERVICE_(?:HOST|PORT)|_PORT_\d+_/.test(name)

const isGiven = (name: string, value = '') =>
  value !== '' && !(name.startsWith('ALIAS_CONSOLE_') && isOfKubernetes(name, value))

const known = new Set<string>(Object.values(secondNames))

// What names a browser is for the tests of the console.
const isUnknown = (name: string, value = '') =>
  /^ALIAS_CONSOLE_(?!.*BROWSER$)/.test(name) && !known.has(name) && isGiven(name, value)
