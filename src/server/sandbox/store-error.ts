/** A data folder that cannot be used; its message is one sentence for the operator. */
export class StoreError extends Error {
  override name = 'StoreError'
}

/** The code of a system's or database's error; empty where it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
