import type { Ref } from 'react'
import { Link } from 'wouter'
import { secretPath } from '../../rules/page-paths'
import type { Secret } from '../../qovery/schema'
import { AliasAsCode } from '../as-code/alias-as-code'
import { UndoButton } from '../change/undo-button'
import type { CreateOperation } from '../operations/operation'
import type { AliasPanelProps } from '../alias/alias-panel'
import { madeAlias } from '../alias/made-alias'
import { Notice } from '../ui/notice'
import { nameInText } from '../ui/name'

interface CreatedAlias {
  operation: CreateOperation
  alias: Secret
  headingRef: Ref<HTMLHeadingElement>
}

/** What was created, and what can be done about it. */
export const createdAlias = ({ operation, alias, headingRef }: CreatedAlias): AliasPanelProps => {
  const { owner, request } = operation
  const page = secretPath(owner, alias.id)
  return madeAlias({
    alias,
    isNew: true,
    address: `${location.origin}${page}`,
    headingRef,
    actions: (
      <>
        <Link className="link" href={page}>
          Open
        </Link>
        <UndoButton operation={operation} alias={alias} />
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
    after: <AliasAsCode owner={owner} alias={alias} level={3} />,
  })
}
