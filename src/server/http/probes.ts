import { textReply, type Reply } from './reply'

export interface Probes {
  /** The answer to a probe, of fixed text: who asks calls the server by an address that is none of its names. */
  answer: (method: string, target: string) => Reply | undefined
  /** Whether anybody goes by what `/readyz` says. */
  areAsked: () => boolean
}

/** Answers whether the server lives, and whether it takes calls, at the paths that Kubernetes names so. */
export const createProbes = (isStopping: () => boolean): Probes => {
  let asked = false
  return {
    answer: (method, target) => {
      const [path] = target.split('?', 1)
      if (path !== '/livez' && path !== '/readyz') return undefined
      if (method !== 'GET' && method !== 'HEAD') {
        return textReply(405, 'This address does not know the method.', { allow: 'GET, HEAD' })
      }
      asked ||= path === '/readyz'
      return path === '/readyz' && isStopping() ? textReply(503, 'stopping') : textReply(200, 'ok')
    },
    areAsked: () => asked,
  }
}
