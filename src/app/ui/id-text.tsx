/** A long id shortened in the middle; the whole one on hover and to a screen reader. */
export const IdText = ({ id }: { id: string }) => (
  <bdi translate="no" className="font-mono text-small wrap-break-word" title={id}>
    <span aria-hidden="true">{shorten(id)}</span>
    <span className="sr-only">{id}</span>
  </bdi>
)

const shorten = (id: string) => (id.length <= 16 ? id : `${id.slice(0, 8)}…${id.slice(-6)}`)
