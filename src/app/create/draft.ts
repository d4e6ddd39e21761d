import { storage } from '../data/site-data'
import { lastProject } from '../queries/last-project'
import { emptyForm, type FormValues } from './form-values'

const record = storage('sessionStorage', 'alias-console:draft')

/** What was typed, kept for this tab so that a reload, a crash or a wrong turn loses nothing. */
export const draft = {
  read: (): FormValues => {
    const values = record.readJson()
    // An earlier version had fewer fields.
    const whole: unknown = { ...emptyForm, ...Object(values) }
    const left = isForm(whole) ? whole : emptyForm
    // A form in which nothing else was begun opens where somebody works.
    const isBegun =
      left.secret !== '' || left.key !== '' || left.description !== '' || left.where !== ''
    return isBegun ? left : { ...left, project: lastProject.read() ?? left.project }
  },
  write: (values: FormValues) => record.write(JSON.stringify(values)),
}

// By hand, since the schemas load after the form is drawn.
const isForm = (values: unknown): values is FormValues =>
  typeof values === 'object' &&
  values !== null &&
  Object.entries(emptyForm).every(([field, empty]) => {
    const value: unknown = Reflect.get(values, field)
    return empty === null ? value === null || typeof value === 'boolean' : typeof value === 'string'
  })

const fields = ['project', 'secret', 'key', 'description'] as const

/** What the form opens with: the draft, with whatever the address fills in. */
export const openingValues = (search: string, values: FormValues): FormValues => {
  const address = new URLSearchParams(search)
  const given = fields.filter((field) => address.has(field))
  const where = address.get('service') ?? address.get('environment')
  return {
    ...values,
    // Of another project, what the draft says of a place means nothing.
    ...(given.includes('project') || where !== null ? { where: where ?? '' } : {}),
    ...Object.fromEntries(given.map((field) => [field, address.get(field) ?? ''])),
  }
}
