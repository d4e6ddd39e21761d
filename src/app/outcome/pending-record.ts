import { kept } from '../kept'

const record = kept('sessionStorage', 'alias-console:pending')

const entries = (): unknown[] => {
  const json = record.readJson()
  return Array.isArray(json) ? json : []
}

const without = (id: string) =>
  entries().filter(
    (entry) => !(typeof entry === 'object' && entry !== null && 'id' in entry && entry.id === id),
  )

/** Where submissions are kept whose outcome is not yet certain, the latest last; a list as it was found. */
export const pendingRecord = {
  entries,
  put: (submission: { id: string }) =>
    record.write(JSON.stringify([...without(submission.id), submission])),
  remove: (id: string) => record.write(JSON.stringify(without(id))),
}
