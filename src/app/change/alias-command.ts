import type { Secret } from '../../qovery/schema'

interface AliasCommand {
  /** What stands before Qovery's paths, without a slash at its end. */
  base: string
  projectId: string
  alias: Secret
  /** Whether what it points at will be made anew, under an id that nobody knows yet. */
  newSource: boolean
}

/** The line for a POSIX shell that makes an alias. The token is a variable, never a value. */
export const aliasCommand = ({ base, projectId, alias, newSource }: AliasCommand): string => {
  const source = newSource ? '$NEW_SECRET_ID' : (alias.aliased_secret?.id ?? '$SECRET_ID')
  const body = JSON.stringify({
    key: alias.key,
    description: alias.description ?? null,
    enable_interpolation_in_file: alias.enable_interpolation_in_file ?? null,
  })
  return [
    `curl --request POST --url "${base}/project/${projectId}/secret/${source}/alias"`,
    `--header "Authorization: Token $QOVERY_API_TOKEN"`,
    `--header 'Content-Type: application/json'`,
    `--data ${quoted(body)}`,
  ].join(' \\\n  ')
}

// Nothing is special inside single quotes but their end. Source: POSIX.1-2024, Shell Command Language, 2.2.2.
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
