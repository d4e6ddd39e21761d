import { storage } from '../data/site-data'

const record = storage('localStorage', 'alias-console:recent')
const most = 12

/** IDs of what was picked lately, latest first. IDs alone: a name in a browser's storage would outlive the token. */
export const recent = {
  read: (): string[] => {
    const ids = record.readJson()
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  },
  add: (id: string) => {
    const ids = [id, ...recent.read().filter((other) => other !== id)].slice(0, most)
    record.write(JSON.stringify(ids))
    return ids
  },
}
