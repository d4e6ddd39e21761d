import { inputRow, unreadable, type InputRow } from './input-row'
import { tidyKey } from './tidy-name'

/** Whether a line calls Qovery's CLI. */
export const isCommand = (line: string) => /^(?:\$\s+)?qovery\s/.test(line)

/** Several commands that stand in one line, or go on over several; nothing for any other line. */
export const commandsIn = (lines: string): string[] => {
  if (!/(?:^|&&|;)\s*(?:\$\s+)?qovery\s/.test(lines)) return []
  return (
    lines
      // Shells, PowerShell and cmd each have a sign with which a command goes on.
      .replaceAll(/[\\`^][^\S\n]*\n\s*/g, ' ')
      .match(/(?:"[^"]*"|'[^']*'|(?<!&)&(?!&)|[^&;"']|["'])+/g)
      ?.map((command) => command.trim())
      .filter((command) => command !== '') ?? []
  )
}

/** Whether a line ends with the sign by which a command goes on in the next one. */
export const goesOn = (line: string) => /(?:\\|\s[`^])\s*$/.test(line)

const right = '“qovery … env alias create --alias NEW --key SECRET” does.'

const services = '--(?:service|application|container|cronjob|database|helm|job|lifecycle|terraform)'

/** Reads what a command of Qovery's CLI says of an alias; `written` is the source as it stands there. */
export const readCommand = (
  at: number,
  command: string,
): { row: InputRow; written?: undefined } | { row: InputRow; written: string } => {
  const option = (names: string) =>
    new RegExp(`\\s(?:${names})(?:=|\\s+)("[^"]*"|'[^']*'|[^\\s"'-]\\S*)`).exec(command)?.[1] ?? ''
  const key = tidyKey(option('--alias'))
  const problem = (text: string) => ({ row: unreadable(at, text, key) })
  if (!/qovery\s+(?:[\w-]+\s+)?env\s+alias\s+create(?:\s|$)/.test(command) || key === '') {
    const isDeletion = /\s(?:delete|remove)\s/.test(command)
    const what = isDeletion ? 'deletes, and makes no' : key === '' ? 'names no' : 'makes no'
    return problem(`This command ${what} alias: ${right}`)
  }
  const environment = tidyKey(option('--environment'))
  const service = tidyKey(option(services))
  const [, kind = ''] = /qovery\s+([\w-]+)\s/.exec(command) ?? []
  const scope = tidyKey(option('--scope')).toUpperCase()
  const isOfProject = kind === 'project' || scope === 'PROJECT'
  const isOfEnvironment = kind === 'environment' || scope === 'ENVIRONMENT'
  const missing = isOfEnvironment
    ? environment === '' && 'environment'
    : service === '' && 'service'
  // Which of them it is meant for is a setting on somebody's machine.
  if (!isOfProject && missing !== false)
    return problem(`This command does not say whose alias it makes: add --${missing} NAME.`)
  return {
    row: inputRow(at, key, '', {
      ...(isOfProject || environment === '' ? {} : { environment }),
      ...(isOfProject || isOfEnvironment || service === '' ? {} : { service }),
    }),
    written: option('--key|-k'),
  }
}
