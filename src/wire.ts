// What the page and its server say to each other beside Qovery's own calls.

/** Headers in lower case. */
export const wireHeaders = {
  /** On every answer: whom the server answers for, `sandbox` or `live`. */
  mode: 'x-console-mode',
  /** Of a call: the start code or the pass. Of an answer: the pass renewed, or `required`. */
  start: 'x-console-start',
  /** `no` where it is certain that nothing went on to Qovery. */
  sent: 'x-console-sent',
  /** A UUID for each creation: the same creation sent again is answered as the first was. */
  idempotencyKey: 'idempotency-key',
} as const

/** The name of a meta of the page. */
export const metaName = (name: 'mode' | 'upstream' | 'token') => `console-${name}`

/** The cookie in which the page keeps the theme that was chosen. */
export const themeCookie = 'alias-console-theme'
