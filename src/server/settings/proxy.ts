import { BlockList, isIP } from 'node:net'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * What the environment has calls to an address go through: `HTTPS_PROXY` or `HTTP_PROXY`, by the address's scheme, unless
 * `NO_PROXY` names it; in small letters they count first. Source: curl, "Environment variables".
 * @returns the proxy, none, or a sentence of what is wrong, which repeats no value: credentials can be in it.
 */
export const proxyFor = (
  url: URL,
  env: Environment,
): { proxy: URL | undefined } | { problem: string } => {
  const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY'
  const value = valueOf(env, name)
  if (value === '' || isExempt(url, valueOf(env, 'NO_PROXY'))) return { proxy: undefined }
  const address = value.includes('://') ? value : `http://${value}`
  const proxy = URL.canParse(address) ? new URL(address) : undefined
  return proxy !== undefined &&
    /^https?:$/.test(proxy.protocol) &&
    proxy.port !== '0' &&
    hasReadableCredentials(proxy)
    ? { proxy }
    : {
        problem: `${name} must be the http or https address of a proxy, such as http://proxy.example:3128.`,
      }
}

const valueOf = (env: Environment, name: string) =>
  (env[name.toLowerCase()] ?? env[name] ?? '').trim()

const hasReadableCredentials = ({ username, password }: URL) => {
  try {
    decodeURIComponent(username + password)
    return true
  } catch {
    return false
  }
}

/** Whether a list names the host, a domain above it or its subnet; an entry with a port counts for that port alone. */
const isExempt = (url: URL, list: string): boolean => {
  const host = bare(url.hostname)
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return list.split(/[\s,]+/).some((entry) => {
    const [, named = entry, only = port] = /^(\[.*\]|[^:]*):(\d+)$/.exec(entry) ?? []
    const name = bare(named.toLowerCase()).replace(/^\*?\./, '')
    if (name === '' || only !== port) return false
    return name === '*' || host === name || host.endsWith(`.${name}`) || isInSubnet(host, name)
  })
}

const bare = (hostname: string) => hostname.replaceAll(/[[\]]/g, '')

const isInSubnet = (host: string, subnet: string): boolean => {
  const [address = '', bits = ''] = subnet.split('/')
  const version = isIP(host)
  const longest = version === 6 ? 128 : 32
  if (version === 0 || isIP(address) !== version || !/^\d{1,3}$/.test(bits)) return false
  if (Number(bits) > longest) return false
  const family = version === 6 ? 'ipv6' : 'ipv4'
  const block = new BlockList()
  block.addSubnet(address, Number(bits), family)
  return block.check(host, family)
}
