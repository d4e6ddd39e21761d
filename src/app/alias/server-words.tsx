import type { ApiError } from '../../qovery/errors'
import { cut } from '../ui/cut'
import { LongText } from '../ui/long-text'

/** The server's own sentence and the request's id, for whoever has to ask about it. */
export const ServerWords = ({ error }: { error: ApiError }) => {
  const { detail, requestId, status } = error
  if (detail === undefined && requestId === undefined && status === undefined) return null
  return (
    <details className="text-small text-ink">
      <summary className="rounded-small text-muted">What the server said</summary>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
        <dt className="text-muted">Status</dt>
        <dd>{status ?? 'none'}</dd>
        <dt className="text-muted">Words</dt>
        <dd className="wrap-anywhere">
          <LongText text={detail ?? 'none'}>
            {(shown) => <bdi translate="no">{shown}</bdi>}
          </LongText>
        </dd>
        <dt className="text-muted">Request ID</dt>
        <dd translate="no" className="font-mono break-all">
          {cut(requestId ?? 'none')}
        </dd>
      </dl>
    </details>
  )
}
