import type { Answer, Fault } from '../servers/upstream/fault'
import {
  cutBody,
  cutChunks,
  close,
  hang,
  hangMidBody,
  reset,
} from '../servers/upstream/broken-connections'
import {
  giant,
  gzipBomb,
  hostile,
  hostileRefusal,
  redirect,
} from '../servers/upstream/hostile-answers'
import * as refused from '../servers/upstream/refusals'
import * as useless from '../servers/upstream/useless-answers'

/** One way in which a create call can go wrong, and what a person must then see. */
export interface FaultRow {
  name: string
  /** How the upstream answers the POST; `commit`: it had made the alias before. */
  fault: Pick<Fault, 'answer' | 'commit'>
  /** The class of the outcome. */
  ends: 'created' | 'absent' | 'key' | 'secret' | 'notice' | 'token' | 'waits'
  /** Words that must be on the page. */
  says: RegExp
  /** POSTs that reach the upstream; 1 unless said otherwise. */
  posts?: number
}

const committed = (name: string, answer: Answer): FaultRow => ({
  name: `${name}, after the commit`,
  fault: { answer, commit: true },
  ends: 'created',
  says: /FAULT_KEY created/,
})

const nothingDone = (name: string, answer: Answer): FaultRow => ({
  name: `${name}, before the commit`,
  fault: { answer },
  ends: 'absent',
  says: /nothing was created so far/,
})

const refusal = (
  name: string,
  answer: Answer,
  ends: FaultRow['ends'],
  says = /Nothing was created/,
): FaultRow => ({ name, fault: { answer }, ends, says })

const elsewhere = 'http://127.0.0.1:9/elsewhere'

const lostAnswers: [string, Answer][] = [
  ['a reset connection', reset],
  ['a closed connection', close],
  ['500', refused.failure(500)],
  ['502', refused.failure(502)],
  ['504', refused.failure(504)],
  ['an empty 201', useless.empty()],
  ['a 201 that is a web page', useless.page()],
  ['a redirect', redirect(307, elsewhere)],
  ['a silent connection', hang],
]

export const faultRows: FaultRow[] = [
  ...lostAnswers.flatMap(([name, answer]) => [committed(name, answer), nothingDone(name, answer)]),
  committed('a 201 of half a JSON', useless.truncatedJson),
  committed('a 201 cut off', cutBody),
  committed('a chunked 201 cut off', cutChunks),
  committed('a 201 that stops half way', hangMidBody),
  committed('a 201 without id', useless.without('id')),
  committed('a 201 without key', useless.without('key')),
  committed('a 201 without scope', useless.without('scope')),
  committed('a 201 without created_at', useless.without('created_at')),
  committed('200', useless.otherStatus(200)),
  committed('202', useless.otherStatus(202)),
  committed('204', useless.otherStatus(204)),
  committed('a giant 201', giant(9_000_000)),
  committed('a compressed 201', gzipBomb(9_000_000)),
  committed('409 for what the first of two POSTs made', refused.conflict('FAULT_KEY')),
  committed('a 201 of the future', useless.fromTheFuture),
  {
    ...committed('a 201 with another key than sent', useless.otherKey('RENAMED')),
    says: /The server chose another key/,
  },
  { ...committed('a 201 full of markup', hostile('markup')), says: /onerror=alert/ },
  { ...committed('a 201 full of bidirectional marks', hostile('bidi')), says: /evil/ },
  { ...committed('a 201 full of control characters', hostile('control')), says: /set-cookie/ },
  { ...committed('a 201 full of __proto__', hostile('prototype')), says: /__proto__/ },
  { ...committed('a 201 full of template marks', hostile('template')), says: /\{\{7\*7\}\}/ },
  { ...committed('a 201 full of endless names', hostile('long')), says: /W{200}/ },
  { ...committed('a 201 full of lone surrogates', hostile('surrogate')), says: /created/ },

  refusal('400 about the scope', refused.wrongScope, 'secret'),
  refusal('400 about an alias of an alias', refused.aliasOfAlias, 'secret'),
  refusal('404', refused.notFound, 'secret', /knows no such secret/),
  refusal('400 that says the key exists', refused.alreadyExists, 'key', /exists already/),
  refusal(
    '409 without an existing secret',
    refused.conflict('FAULT_KEY'),
    'key',
    /outside this project’s list/,
  ),
  refusal(
    '409 with an existing secret elsewhere',
    refused.conflict('FAULT_KEY', { key: 'FAULT_KEY', scope: 'ENVIRONMENT' }),
    'key',
    /at environment scope/,
  ),
  refusal('401', refused.unauthorized, 'token', /its policy may not allow it/),
  refusal('403', refused.forbidden, 'notice', /or this token may not do this/),
  refusal('400 with an empty body', refused.speechless(400, 'none'), 'notice'),
  refusal('403 as plain text', refused.speechless(403, 'text'), 'notice'),
  refusal('418 as an array', refused.speechless(418, 'array'), 'notice', /with status 418/),
  refusal('422 as a web page', refused.speechless(422, 'html'), 'notice', /with status 422/),
  refusal('400 full of markup', hostileRefusal(400, 'markup'), 'notice'),
  refusal('403 full of bidirectional marks', hostileRefusal(403, 'bidi'), 'notice'),
  refusal('400 with endless words', hostileRefusal(400, 'long'), 'notice'),

  {
    ...refusal('429 with seconds', refused.busy(429, '2'), 'waits', /FAULT_KEY created/),
    posts: 2,
  },
  {
    ...refusal('503 with seconds', refused.busy(503, '2'), 'waits', /FAULT_KEY created/),
    posts: 2,
  },
  {
    ...refusal(
      '429 with a date',
      refused.busy(429, new Date(Date.now() + 90_000).toUTCString()),
      'waits',
      /FAULT_KEY created/,
    ),
    posts: 2,
  },
  refusal('429 without a time', refused.busy(429), 'notice', /asks to wait/),
  refusal('429 with an absurd time', refused.busy(429, '99999999999'), 'notice', /asks to wait/),
  refusal('503 without a time', refused.busy(503), 'notice', /not available/),
]
