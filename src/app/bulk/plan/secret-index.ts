import { indexKeys, type KeyIndex } from '../../../qovery/alias-key-obstacles'
import type { Secret } from '../../../qovery/schema'

/** A project's secrets, found by id or key at the same cost however many there are. */
export interface SecretIndex {
  readonly byId: ReadonlyMap<string, Secret>
  readonly byKey: ReadonlyMap<string, readonly Secret[]>
  readonly keys: KeyIndex
}

export const indexSecrets = (secrets: readonly Secret[]): SecretIndex => {
  const byKey = new Map<string, Secret[]>()
  for (const secret of secrets) {
    const namesakes = byKey.get(secret.key)
    if (namesakes === undefined) byKey.set(secret.key, [secret])
    else namesakes.push(secret)
  }
  return {
    byId: new Map(secrets.map((secret) => [secret.id.toLowerCase(), secret])),
    byKey,
    keys: indexKeys(secrets),
  }
}
