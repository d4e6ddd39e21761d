import { ChangeDialog } from '../change/changes'
import { queryClient, secretsQuery } from '../queries/queries'
import type { Act } from './entry'

interface ChangeAskedProps extends Extract<Act, { kind: 'change' }> {
  onClose: () => void
}

/** Asks for a change on whatever page it was chosen. Notices above the page say what came of it. */
export const ChangeAsked = ({ change, owner, secret, onClose }: ChangeAskedProps) => {
  // What the palette found is from there.
  const list = queryClient.getQueryData(secretsQuery(owner).queryKey)
  return (
    list && (
      <ChangeDialog change={{ kind: change, secret }} owner={owner} list={list} onClose={onClose} />
    )
  )
}
