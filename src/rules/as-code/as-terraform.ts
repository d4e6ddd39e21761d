import type { OwnerKind } from '../../qovery/owner'
import { sameKeyNote, type AliasPlan, type Place, type Snippet } from './alias-plan'
import { hclKeeps, hclString } from './quote'
import { inWords } from '../unseen'

// Source: qovery_project's `secret_aliases`; a target of another type is refused.
const targetTypes = new Set(['VALUE', 'BUILT_IN'])

/** What is said of an alias that cannot be in the code. `why` is half a sentence. */
export const leftOut = (key: string, why: string) => `${inWords(key)} is left out: ${why}.`

/** Why Terraform cannot make this alias; undefined where it can. */
const disabledReason = ({ key, description, target }: AliasPlan): string | undefined => {
  if (target.type !== null && !targetTypes.has(target.type))
    return leftOut(
      key,
      `Qovery’s provider aliases secrets of type VALUE and BUILT_IN, and ${inWords(target.key)} is ${article(inWords(target.type))}`,
    )
  if (![key, description ?? '', target.key].every(hclKeeps))
    return leftOut(key, 'Terraform changes some of its characters when it reads them')
  return undefined
}

const article = (type: string) => `${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${type}`

const entry = ({ key, description, target }: AliasPlan) => {
  const attributes = [
    `key = ${hclString(key)}`,
    // The key of the target, not its id and not its value: so the provider has it.
    `value = ${hclString(target.key)}`,
    ...(description === null || description === ''
      ? []
      : [`description = ${hclString(description)}`]),
  ]
  return `    { ${attributes.join(', ')} },`
}

// Source: the provider's resources; those of Terraform services take `variables` alone, and workflows have none.
const resources: Partial<Record<OwnerKind, string>> = {
  environment: 'qovery_environment',
  application: 'qovery_application',
  container: 'qovery_container',
  job: 'qovery_job',
  helm: 'qovery_helm',
}

/**
 * Aliases of one owner as Terraform has them, with a note for each that cannot be among them: a project as a
 * `qovery_project`, anything narrower as the list alone, since its resource holds all that it is made of.
 */
export const asTerraform = (plans: readonly AliasPlan[], place: Place): Snippet => {
  const resource = place.within && resources[place.within.owner.kind]
  if (place.within !== undefined && resource === undefined)
    return {
      code: null,
      notes: ['Qovery’s provider has no aliases for this kind of service. Use curl instead.'],
    }
  const reasons = plans.map(disabledReason)
  const notes = reasons.filter((note) => note !== undefined)
  const able = plans.filter((_, at) => reasons[at] === undefined)
  if (able.length === 0) return { code: null, notes }
  const twice = new Set(able.filter(({ target }) => target.sameKey).map(({ target }) => target.key))
  const keyNotes = [...twice].map(sameKeyNote)
  const interpolationNotes = able.some(({ interpolation }) => interpolation === true)
    ? ['It has no attribute for the interpolation in the file.']
    : []
  if (resource !== undefined)
    return {
      code: ['  secret_aliases = [', ...able.map(entry), '  ]'].join('\n'),
      notes: [
        ...notes,
        `It belongs into the ${resource} that describes this ${place.within?.owner.kind === 'environment' ? 'environment' : 'service'}; where that has such a list, add the one line to it. Else the list has to name all aliases that are to stay: Terraform deletes others.`,
        ...interpolationNotes,
        ...keyNotes,
      ],
    }
  const { organization, project } = place
  const isKept = project.name === null || hclKeeps(project.name)
  const projectName = isKept ? project.name : null
  const name = resourceName(project.name ?? '')
  const code = [
    `resource "qovery_project" "${name}" {`,
    `  organization_id = ${hclString(organization?.id ?? 'ORGANIZATION_ID')}`,
    `  name            = ${hclString(projectName ?? 'PROJECT')}`,
    '',
    '  secret_aliases = [',
    ...able.map(entry),
    '  ]',
    '',
    '  lifecycle {',
    '    ignore_changes = [',
    ...[
      ...(organization === null ? ['organization_id'] : []),
      ...(projectName === null ? ['name'] : []),
      ...elseInProject,
    ].map((attribute) => `      ${attribute},`),
    '    ]',
    '  }',
    '}',
  ].join('\n')
  notes.push(
    `Import the existing project first, or Terraform creates a second one: terraform import qovery_project.${name} ${project.id}`,
    'What else the project has stays as it is: Terraform would delete what was imported and is not in the block, but for what ignore_changes names. Take a name out of it once the block has all of that.',
    'An import does not tell Terraform what the aliases point at: the first apply deletes each of them and creates it again.',
  )
  if (plans.length === 1)
    notes.push(
      'Where the project is in your files already, add the one line to its list. Else the list has to name all aliases that the project keeps: Terraform deletes others. Its page has all of them as code.',
    )
  if (organization === null || project.name === null)
    notes.push(
      'The organization or the project could not be read: put its ID or name in. Until then ignore_changes keeps what it is.',
    )
  if (!isKept)
    notes.push(
      'Terraform changes some characters of the project’s name when it reads them: ignore_changes keeps the name that it has.',
    )
  return { code, notes: [...notes, ...interpolationNotes, ...keyNotes] }
}

// Source: all other lists of qovery_project. What is in one of them after an import, and not in the block, the provider
// deletes.
const elseInProject = [
  'environment_variables',
  'environment_variable_aliases',
  'environment_variable_files',
  'secrets',
  'secret_files',
]

/** A name that HCL takes, as close to the project's as it gets in 60 characters. */
const resourceName = (project: string) => {
  const name = project
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, 60)
    .replaceAll(/^_+|_+$/g, '')
  return /^[a-z]/.test(name) ? name : `project${name === '' ? '' : `_${name}`}`
}
