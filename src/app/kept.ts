import { parseJson } from '../qovery/json'

/** A named text in the browser's storage. Where storage is switched off it forgets, and nothing else breaks. */
export const kept = (area: 'localStorage' | 'sessionStorage', name: string) => {
  const attempt = <Result>(use: (storage: Storage) => Result): Result | undefined => {
    try {
      return use(window[area])
    } catch {
      return undefined
    }
  }
  const read = () => attempt((storage) => storage.getItem(name)) ?? undefined
  return {
    read,
    /** What it holds as JSON; undefined where it holds nothing or something else. */
    readJson: (): unknown => {
      const text = read()
      return text === undefined ? undefined : parseJson(text)
    },
    write: (text: string) => attempt((storage) => storage.setItem(name, text)),
    clear: () => attempt((storage) => storage.removeItem(name)),
  }
}
