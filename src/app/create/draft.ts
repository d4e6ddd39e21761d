import { findId } from '../../rules/console-link'
import { storage } from '../data/site-data'
import { lastOwner } from '../queries/last-owner'
import { projectIdOf } from '../../qovery/owner'
import { emptyForm, type FormValues } from './form-values'

const record = storage('sessionStorage', 'alias-console:draft')
/** The place of the form that is remembered as where somebody works: to open it elsewhere loses nothing. */
const placeRecord = storage('sessionStorage', 'alias-console:draft-place')

/** What was typed, kept for this tab so that a reload, a crash or a wrong turn loses nothing. */
export const draft = {
  read: (): FormValues => {
    const values = record.readJson()
    // An earlier version had fewer fields.
    const whole: unknown = { ...emptyForm, ...Object(values) }
    const left = isForm(whole) ? whole : emptyForm
    const isTyped = left.secret !== '' || left.key !== '' || left.description !== ''
    const owner = lastOwner.read()
    if (isTyped || placeOf(left) !== (placeRecord.read() ?? '') || owner === undefined) return left
    // A form in which nothing was begun opens where somebody works.
    const there = {
      ...left,
      project: projectIdOf(owner),
      where: owner.kind === 'project' ? '' : owner.id,
    }
    placeRecord.write(placeOf(there))
    return there
  },
  write: (values: FormValues) => record.write(JSON.stringify(values)),
  /** To be called once the place of the form is known elsewhere as the last one. */
  keepPlace: (values: FormValues) => placeRecord.write(placeOf(values)),
}

const placeOf = ({ project, where }: FormValues) => [project, where].join(' ').trim()

// By hand, since the schemas load after the form is drawn.
const isForm = (values: unknown): values is FormValues =>
  typeof values === 'object' &&
  values !== null &&
  Object.entries(emptyForm).every(([field, empty]) => {
    const value: unknown = Reflect.get(values, field)
    return empty === null ? value === null || typeof value === 'boolean' : typeof value === 'string'
  })

const fields = ['project', 'secret', 'key', 'description'] as const

const isOfOther = ({ project }: FormValues, given: string | null) =>
  given !== null && project !== '' && findId(project, 'project') !== findId(given, 'project')

/** What the form opens with: the draft, with whatever the address fills in. */
export const openingValues = (search: string, values: FormValues): FormValues => {
  const address = new URLSearchParams(search)
  const given = fields.filter((field) => address.has(field))
  const where = address.get('service') ?? address.get('environment')
  return {
    ...values,
    // Of another project, what the draft says of a place or of a secret means nothing.
    ...(isOfOther(values, address.get('project')) ? { secret: '' } : {}),
    ...(given.includes('project') || where !== null ? { where: where ?? '' } : {}),
    ...Object.fromEntries(given.map((field) => [field, address.get(field) ?? ''])),
    ...(address.has('key') ? { key: (address.get('key') ?? '').replace(/[\r\n]+/g, ' ') } : {}),
    ...(address.has('interpolation')
      ? { interpolation: address.get('interpolation') === 'true' }
      : {}),
  }
}
