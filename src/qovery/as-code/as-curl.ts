import { routePath, routes } from '../routes'
import type { CreateAliasRequest } from '../schema'
import type { AliasPlan, Place, Snippet } from './alias-plan'
import { shellWord, visibleJson } from './quote'

/** The call itself, as the console sends it. `base`: what stands before Qovery's paths, without a slash at its end. */
export const asCurl = (
  { key, description, interpolation, source }: AliasPlan,
  { project }: Place,
  base: string,
): Snippet => {
  const operation = 'createProjectSecretAlias'
  const path = routePath(operation, { projectId: project.id, secretId: source.id })
  const body: CreateAliasRequest = {
    key,
    description,
    enable_interpolation_in_file: interpolation,
  }
  const lines = [
    `curl --request ${routes[operation].method}`,
    `--url ${shellWord(base + path)}`,
    // Between double quotes, so that the shell puts the token in.
    '--header "Authorization: Token $QOVERY_API_TOKEN"',
    "--header 'Content-Type: application/json'",
    // Raw: a description that starts with an @ must not be read as the name of a file.
    `--data-raw ${shellWord(visibleJson(body))}`,
  ]
  return { code: lines.join(' \\\n  '), notes: [] }
}
