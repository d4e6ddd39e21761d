import { sameKeyNote, type AliasPlan, type Place, type Snippet } from './alias-plan'
import { shellWord } from './quote'
import { hasUnseen } from '../unseen'

/** The same with Qovery's CLI. Source of the flags and of what they leave out: `qovery project env alias create`. */
export const asCli = (
  { key, description, interpolation, source }: AliasPlan,
  { organization, project }: Place,
): Snippet => {
  const names = [organization?.name ?? 'ORGANIZATION', project.name ?? 'PROJECT', source.key, key]
  if (names.some(hasUnseen)) {
    return {
      code: null,
      notes: ['A name has invisible characters, which no shell command shows. Use curl instead.'],
    }
  }
  const words = names.map(shellWord)
  const flags = ['--organization', '--project', '--key', '--alias']
  const notes = [
    ...(organization === null || project.name === null
      ? ['It wants names rather than IDs: put those of the organization and the project in.']
      : []),
    ...(description === null || description === ''
      ? []
      : ['It has no flag for the description: the alias is made without one.']),
    ...(interpolation === true ? ['It has no flag for the interpolation in the file.'] : []),
    source.sameKey
      ? sameKeyNote(source.key)
      : 'It takes the first variable with the source’s key, and wants an environment in its context.',
  ]
  const code = [
    'qovery project env alias create',
    ...flags.map((flag, at) => `${flag} ${words[at] ?? ''}`),
  ].join(' \\\n  ')
  return { code, notes }
}
