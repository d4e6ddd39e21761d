import type { JobRow } from './job'

const id = '0a1b2c3d-0000-4000-8000-000000000005'

/** A row for tests: it waits, and has no other id than one. */
export const sampleRow = (fields: Partial<JobRow> = {}): JobRow => ({
  jobId: id,
  place: 0,
  at: 1,
  key: 'ALIAS',
  source: 'DB',
  secretId: id,
  sourceKey: 'DB',
  description: null,
  interpolation: false,
  operationId: id,
  kind: 'create',
  state: 'waiting',
  tries: 0,
  aliasId: null,
  stamp: null,
  note: '',
  result: null,
  ...fields,
})
