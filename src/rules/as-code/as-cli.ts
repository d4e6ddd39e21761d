import { scopeOf } from '../../qovery/owner'
import { sameKeyNote, type AliasPlan, type Place, type Snippet, type Within } from './alias-plan'
import { shellWord } from './quote'
import { hasUnseen } from '../unseen'

/** The same with Qovery's CLI. Source of the flags and of what they leave out: `qovery project env alias create`. */
export const asCli = (
  { key, description, interpolation, target }: AliasPlan,
  { organization, project, within }: Place,
): Snippet => {
  if (within?.owner.kind === 'job' && !knownJobs.has(within.jobType ?? ''))
    return {
      code: null,
      notes: [
        within.jobType === undefined
          ? 'Whether this is a cron job or a lifecycle job has not been read, and the CLI has a command for each. Use curl instead where it does not come.'
          : 'Qovery did not say whether this is a cron job or a lifecycle job, and the CLI has a command for each. Use curl instead.',
      ],
    }
  const command = within === undefined ? 'project' : commandOf(within)
  if (command === undefined)
    return {
      code: null,
      notes: ['It has no command for the variables of this kind of service. Use curl instead.'],
    }
  const words: [string, string][] = [
    ['--organization', organization?.name ?? 'ORGANIZATION'],
    ['--project', project.name ?? 'PROJECT'],
    ...(within === undefined ? [] : wordsWithin(within, command)),
    ['--key', target.key],
    ['--alias', key],
  ]
  const names = words.map(([, name]) => name)
  if (names.some(hasUnseen)) {
    return {
      code: null,
      notes: ['A name has invisible characters, which no shell command shows. Use curl instead.'],
    }
  }
  const notes = [
    ...(organization === null || project.name === null || isUnnamed(within)
      ? ['It wants names rather than IDs: put those of the organization and of what is in it in.']
      : []),
    ...(description === null || description === ''
      ? []
      : ['It has no flag for the description: the alias is made without one.']),
    ...(interpolation === true ? ['It has no flag for the interpolation in the file.'] : []),
    target.sameKey
      ? sameKeyNote(target.key)
      : `It takes the first variable with the target’s key${within === undefined ? ', and needs an environment in its context' : ''}.`,
  ]
  const code = [
    `qovery ${command} env alias create`,
    ...words.map(([flag, name]) => `${flag} ${shellWord(name)}`),
  ].join(' \\\n  ')
  return { code, notes }
}

const knownJobs: ReadonlySet<string> = new Set(['CRON', 'LIFECYCLE'])

/** Source: the CLI's commands; it has none for Terraform and agentic workflows. */
const commandOf = ({ owner: { kind }, jobType }: Within) => {
  switch (kind) {
    case 'job':
      return jobType === 'LIFECYCLE' ? 'lifecycle' : 'cronjob'
    case 'terraform':
    case 'agentic_workflow':
      return undefined
    default:
      return kind
  }
}

const wordsWithin = (
  { owner, environment, service }: Within,
  command: string,
): [string, string][] => [
  ['--environment', environment ?? 'ENVIRONMENT'],
  ...(owner.kind === 'environment'
    ? []
    : [[`--${command}`, service ?? 'SERVICE'] satisfies [string, string]]),
  // Said, since a default of another scope would make it elsewhere.
  ['--scope', scopeOf(owner)],
]

const isUnnamed = (within: Within | undefined) =>
  within !== undefined &&
  (within.environment === null || (within.owner.kind !== 'environment' && within.service === null))
