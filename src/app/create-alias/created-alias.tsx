import type { Ref } from 'react'
import { Link } from 'wouter'
import type { Secret } from '../../qovery/schema'
import { AliasAsCode } from '../alias-as-code'
import { UndoButton } from '../change/undo-button'
import type { Submission } from '../outcome/submission'
import type { AliasPanelProps } from '../review/alias-panel'
import { madeAlias } from '../review/made-alias'
import { Notice } from '../ui/notice'
import { nameInText } from '../ui/name'

interface CreatedAlias {
  submission: Submission
  alias: Secret
  headingRef: Ref<HTMLHeadingElement>
  /** Called once it was deleted again. */
  onUndone: () => void
}

/** What a submission made, and what can be done about it. */
export const createdAlias = (created: CreatedAlias): AliasPanelProps => {
  const { submission, alias, headingRef, onUndone } = created
  const { projectId, request } = submission
  const page = `/project/${projectId}/secret/${alias.id}`
  return madeAlias({
    alias,
    isNew: true,
    address: `${location.origin}${page}`,
    headingRef,
    actions: (
      <>
        <Link className="rounded-small hover:text-ink" href={page}>
          Open
        </Link>
        <UndoButton projectId={projectId} alias={alias} onUndone={onUndone} />
      </>
    ),
    notice: alias.key !== request.key && (
      <Notice tone="warning" title="The server chose another key">
        <p>
          {nameInText(request.key)} was sent, and {nameInText(alias.key)} was created. Use the key
          that was created, or delete it.
        </p>
      </Notice>
    ),
    after: <AliasAsCode projectId={projectId} alias={alias} level={3} />,
  })
}
