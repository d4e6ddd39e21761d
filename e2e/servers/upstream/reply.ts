/** An answer before it becomes bytes. A body of undefined sends none. */
export interface Reply {
  status: number
  body?: unknown
  /** Changes the model. Not called where a fault says that nothing was committed. */
  commit?: () => void
}

const names: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
}

/** A refusal in the form that Qovery's clients read. */
export const refuse = (status: number, detail: string, extra: object = {}): Reply => ({
  status,
  body: {
    status,
    error: names[status] ?? 'Error',
    detail,
    timestamp: new Date().toISOString(),
    path: '/',
    ...extra,
  },
})
