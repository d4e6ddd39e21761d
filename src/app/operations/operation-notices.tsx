import { lazyCode } from '../data/lazy-code'
import { lazyPart } from '../data/lazy-part'
import { useNoticesNeeded } from './use-needed'

const Notices = lazyPart(
  lazyCode(() => import('./notices')),
  (code) => code.Notices,
)

/** On every page: what is under way, open, or was just done, and shown nowhere else. */
export const OperationNotices = () => useNoticesNeeded() && <Notices />
