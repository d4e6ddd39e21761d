/** A named text in the browser's storage. Where storage is switched off it forgets, and nothing else breaks. */
export const kept = (area: 'localStorage' | 'sessionStorage', name: string) => {
  const attempt = <Result>(use: (storage: Storage) => Result): Result | undefined => {
    try {
      return use(window[area])
    } catch {
      return undefined
    }
  }
  return {
    read: () => attempt((storage) => storage.getItem(name)) ?? undefined,
    write: (text: string) => attempt((storage) => storage.setItem(name, text)),
    clear: () => attempt((storage) => storage.removeItem(name)),
  }
}
