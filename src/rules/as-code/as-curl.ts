import { aliasCall } from '../../qovery/alias-call'
import type { OwnerRef } from '../../qovery/owner'
import type { AliasPlan, Snippet } from './alias-plan'
import { shellWord, visibleJson } from './quote'

// Stands for the id until the variable takes its place.
const unknownId = '00000000-0000-0000-0000-000000000000'

interface Call extends Pick<AliasPlan, 'key' | 'description' | 'interpolation'> {
  /** What it points at: an id, or the shell's variable that will hold one which nobody knows yet. */
  target: { id: string } | { variable: string }
}

/** The call itself, as the console sends it for who is to own the alias. `base`: what stands before Qovery's paths, without a slash at its end. */
export const asCurl = (
  { key, description, interpolation, target }: Call,
  owner: OwnerRef,
  base: string,
): Snippet => {
  const isKnown = 'id' in target
  const secretId = isKnown ? target.id : unknownId
  const request = { key, description, enable_interpolation_in_file: interpolation }
  const { method, url: path, body } = aliasCall(owner, secretId, request, base)
  const at = path.lastIndexOf(unknownId)
  const url = isKnown
    ? shellWord(path)
    : `${shellWord(path.slice(0, at))}"$${target.variable}"${shellWord(path.slice(at + unknownId.length))}`
  const lines = [
    `curl --request ${method}`,
    `--url ${url}`,
    // Between double quotes, so that the shell puts the token in.
    '--header "Authorization: Token $QOVERY_API_TOKEN"',
    "--header 'Content-Type: application/json'",
    // Raw: a description that starts with an @ must not be read as the name of a file.
    `--data-raw ${shellWord(visibleJson(body))}`,
  ]
  return { code: lines.join(' \\\n  '), notes: [] }
}
