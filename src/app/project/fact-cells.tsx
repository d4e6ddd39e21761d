import type { ReactNode } from 'react'
import { isAlias, type Related } from '../relations/relate'
import { cut } from '../ui/cut'
import { Name } from '../ui/name'
import { managerWord, scopeWord, typeWord, usualManager } from '../../rules/api-words'
import { columnNumber, hidden, type ColumnName } from './columns'

interface FactCellsProps {
  related: Related
  /** Marks in a text what was searched for. */
  draw: ((text: string, isName?: boolean) => ReactNode) | undefined
  cellOf: (column: ColumnName) => { id: string; className: string }
  /** When it was changed last. */
  children: ReactNode
}

// With little room they follow each other in one line.
const apart = '@max-[840px]/tree:empty:hidden @min-[840px]/tree:py-2'

/** What is known of a secret beside its key. What is the usual case is left out, for the eye. */
export const FactCells = ({ related, draw, cellOf, children }: FactCellsProps) => {
  const { secret, orphaned } = related
  const { variable_type: type, scope, owned_by: owner, aliased_secret: target } = secret
  const cell = (column: ColumnName, className: string, content: ReactNode) => {
    const { id, className: ring } = cellOf(column)
    return (
      <div
        role="gridcell"
        id={id}
        aria-colindex={columnNumber(column)}
        className={`min-w-0 text-muted ${apart} ${className} ${ring}`}
      >
        {content}
      </div>
    )
  }
  return (
    <>
      {cell(
        'target',
        'wrap-anywhere',
        (target !== null || orphaned) && (
          <>
            <span aria-hidden="true">→ </span>
            {target !== null && <Name of={target.key} draw={draw} />}
            {orphaned && <span className="text-warning"> (missing target)</span>}
          </>
        ),
      )}
      {cell('type', isAlias(secret) ? hidden.always : '', word(type, typeWord))}
      {cell(
        'scope',
        // With little room, what a name points at has it, but for what is unusual.
        `${hidden.second} ${isAlias(secret) && scope === 'PROJECT' ? hidden.always : ''}`,
        type === scope ? null : word(scope, scopeWord),
      )}
      {cell(
        'owner',
        hidden.second,
        owner === usualManager ? (
          <span className="sr-only">{managerWord(owner)}</span>
        ) : (
          owner !== null && (
            <span translate="no" title={owner}>
              {draw === undefined ? cut(managerWord(owner), 40) : draw(cut(managerWord(owner), 40))}
            </span>
          )
        ),
      )}
      {cell(
        'description',
        hidden.last,
        secret.description !== null && (
          <bdi className="line-clamp-2 leading-5 wrap-anywhere">
            {draw === undefined ? cut(secret.description, 160) : draw(cut(secret.description, 160))}
          </bdi>
        ),
      )}
      {cell('updated', `whitespace-nowrap ${hidden.always}`, children)}
    </>
  )
}

const word = (apiWord: string | null, inPlainWords: (apiWord: string) => string) =>
  apiWord === null || apiWord === '' ? null : (
    <bdi title={apiWord} translate={inPlainWords(apiWord) === apiWord ? 'no' : 'yes'}>
      {cut(inPlainWords(apiWord), 40)}
    </bdi>
  )
