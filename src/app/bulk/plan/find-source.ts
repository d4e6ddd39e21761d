import { aliasObstacle } from '../../../qovery/alias-source'
import { findId } from '../../../qovery/console-link'
import type { Secret } from '../../../qovery/schema'
import { inWords } from '../../../qovery/unseen'
import type { SecretIndex } from './secret-index'

export type FoundSource =
  | { kind: 'found'; secret: Secret }
  | { kind: 'ambiguous'; candidates: readonly Secret[] }
  | { kind: 'unfit'; problem: string }

/** Finds the secret that a row names by its key, its id, or a link that contains the id. */
export const findSource = (written: string, index: SecretIndex): FoundSource => {
  const named = index.byKey.get(written) ?? byId(written, index)
  if (named.length === 0) return unfit(absent(written, index))
  const usable = named.filter((secret) => unfitness(secret) === undefined)
  const [secret, ...others] = usable
  if (secret === undefined) return unfit(named.map(unfitness)[0] ?? absent(written, index))
  return others.length === 0 ? { kind: 'found', secret } : { kind: 'ambiguous', candidates: usable }
}

const unfit = (problem: string): FoundSource => ({ kind: 'unfit', problem })

const byId = (written: string, { byId: secrets }: SecretIndex) => {
  const id = findId(written, 'secret')
  const secret = id === undefined ? undefined : secrets.get(id)
  return secret === undefined ? [] : [secret]
}

const absent = (written: string, { keys, byKey }: SecretIndex) => {
  const alike = keys.folded.get(written.toUpperCase().replaceAll('-', '_'))?.[0]
  const hint = alike === undefined || !byKey.has(alike) ? '' : ` ${alike} is written alike.`
  return `The project’s list has no secret ${written}.${hint}`
}

const unfitness = (secret: Secret) => {
  const obstacle = aliasObstacle(secret)
  return obstacle === undefined
    ? undefined
    : `${inWords(secret.key)} cannot have an alias. ${obstacle}`
}
