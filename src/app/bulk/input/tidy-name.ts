/**
 * The name of a secret without what people and programs put around it: characters that nobody sees, quotes of any kind, a
 * list's comma or semicolon, and the signs of a reference, where it is one and nothing else. Anything else comes back as
 * it was, without outer white space.
 */
export const tidyName = (written: string): string => {
  const seen = written.trim()
  // No key is this long, and what is peeled off is copied each time.
  if (seen.length > longestTidied) return seen
  let name = seen.replaceAll(invisible, '').trim()
  for (;;) {
    const inner = referred(unwrapped(name))
    if (inner === name) return name
    name = inner
  }
}

const longestTidied = 1000

const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

const quotes = `"'\`´“”„‟‘’‚‛«»‹›「」『』＂＇`

const opening = new RegExp(`^[\\s${quotes}]+`)
const closing = new RegExp(`[\\s;,${quotes}]+$`)

const unwrapped = (text: string) => text.replace(opening, '').replace(closing, '')

const name = String.raw`([A-Za-z_](?:[\w.-]*\w)?)`
// Shells, also with what they say or take where it is absent, Kubernetes, Qovery and Helm, Windows, GitHub Actions,
// PowerShell and Serverless, Node.js, functions of Python, Ruby, PHP and Java, a version of Google’s,
// and a field of a secret or a parameter of AWS.
const references = [
  String.raw`\$\{${name}\}`,
  String.raw`\$\{${name}(?::?\?[^}]*|:?-|:)\}`,
  String.raw`\$${name}`,
  String.raw`\$\(${name}\)`,
  String.raw`\{\{\s*${name}\s*\}\}`,
  String.raw`%env\.${name}%`,
  `%${name}%`,
  `!${name}!`,
  String.raw`\$\{\{\s*(?:secrets|vars|env)\.${name}\s*\}\}`,
  String.raw`\$\{\{\s*(?:secrets|vars|env)\[["']${name}["']\]\s*\}\}`,
  String.raw`\{\{-?\s*(?:\.\w+)*\.([A-Z_][A-Z0-9_]*)\s*(?:\|\s*(?:s?quote|toString|trim)\s*)*-?\}\}`,
  String.raw`\$env:${name}`,
  String.raw`\$\{env:${name}\}`,
  String.raw`(?:process|import\.meta)\.env\.${name}!?`,
  String.raw`(?:(?:process|os|System)\.)?(?:env|ENV|environ|[gG]etenv|LookupEnv|credentials)(?:\.get|\.fetch)?[([]["']${name}["'][)\]]`,
  String.raw`${name}:(?:latest|\d{1,3})`,
  String.raw`arn:aws[\w-]*:secretsmanager:[\w-]*:\d*:secret:[^:\s]+:${name}(?::[\w-]*){0,2}`,
  String.raw`arn:aws[\w-]*:ssm:[\w-]*:\d*:parameter/(?:[\w.-]+/)*?${name}`,
].map((pattern) => new RegExp(`^${pattern}$`))

/** The name of an alias without the quotes and the signs of a reference around it; what nobody sees in it stays. */
export const tidyKey = (written: string): string =>
  written.length > longestTidied ? written.trim() : referred(unwrapped(written)).trim()

const referred = (text: string) => {
  for (const pattern of references) {
    const found = pattern.exec(text)?.[1]
    if (found !== undefined) return found
  }
  return text
}
