import { storage } from './site-data'

const record = storage('sessionStorage', 'alias-console:bulk-running')
const write = (ids: readonly string[]) =>
  ids.length === 0 ? record.clear() : record.write(ids.join('\n'))

/** The ids of the bulk jobs that this tab is running: after a reload they go on by themselves. */
export const runningHere = {
  read: (): string[] => (record.read() ?? '').split('\n').filter((id) => id !== ''),
  add: (id: string) => write([...new Set([...runningHere.read(), id])]),
  remove: (id: string) => write(runningHere.read().filter((each) => each !== id)),
}
