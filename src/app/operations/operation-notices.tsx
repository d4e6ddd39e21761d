import { Suspense } from 'react'
import { lazyCode, lazyPart } from '../data/lazy-code'
import { useNoticesNeeded } from './use-needed'

const Notices = lazyPart(
  lazyCode(() => import('./notices')),
  (code) => code.Notices,
)

/** On every page: what is under way, open, or was just done, and shown nowhere else. */
export const OperationNotices = () =>
  useNoticesNeeded() && (
    <Suspense>
      <Notices />
    </Suspense>
  )
