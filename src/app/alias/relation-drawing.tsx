import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Name, nameInText } from '../ui/name'

interface Node {
  /** Undefined while nothing has been chosen. */
  name?: string | undefined
  about: string
  /** Of its own page, where it has one that can be opened from here. */
  href?: string | undefined
}

export interface RelationDrawingProps {
  alias: Node
  target: Node
  /** Undefined where nothing is overridden. */
  overridden?: Node | undefined
  /** Said in the place of the overridden secret where there is none. */
  nothingOverridden: string
  /** Drawn in dashes until it exists. */
  state: 'planned' | 'made'
}

/** What an alias points at and what it overrides, as a picture whose words read in the same order. */
export const RelationDrawing = ({
  alias,
  target,
  overridden,
  nothingOverridden,
  state,
}: RelationDrawingProps) => {
  const line = state === 'made' ? 'border-solid' : 'border-dashed'
  return (
    <figure
      aria-label={`${named(alias, 'The alias')} points at ${named(target, 'its target')}`}
      className="grid grid-cols-1 gap-x-2 sm:grid-cols-[minmax(0,1fr)_88px_minmax(0,1fr)]"
    >
      <Box node={alias} className={`border-accent bg-accent-tint ${line}`} empty="alias key" />
      <Arrow dashed={state === 'planned'} />
      <Box node={target} className={`border-control ${line}`} empty="target" />
      <div className="flex items-start pt-2 text-small sm:col-span-3">
        <svg
          viewBox="0 0 24 22"
          className="mr-1 ml-4 h-[22px] w-6 shrink-0 text-control"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray="2.5 2.5"
          aria-hidden="true"
        >
          <path d="M4 0v11h16" />
        </svg>
        <p className="min-w-0 pt-0.5 wrap-anywhere">
          {overridden === undefined ? (
            <span className="text-muted">{nothingOverridden}</span>
          ) : (
            <>
              <span className="text-muted">overrides </span>
              <Linked href={overridden.href}>
                <Name of={overridden.name ?? ''} />
              </Linked>
              <span className="text-muted"> {overridden.about}</span>
            </>
          )}
        </p>
      </div>
    </figure>
  )
}

const named = ({ name = '' }: Node, otherwise: string) =>
  name === '' ? otherwise : nameInText(name)

const Box = ({ node, className, empty }: { node: Node; className: string; empty: string }) => (
  <div className={`min-w-0 rounded-card border px-3 py-2 ${className}`}>
    <Naming node={node} empty={empty} />
    <p className="text-small wrap-anywhere text-muted">{node.about}</p>
  </div>
)

const Naming = ({ node: { name, href }, empty }: { node: Node; empty: string }): ReactNode =>
  name === undefined || name === '' ? (
    <p className="text-small text-muted italic">{empty}</p>
  ) : (
    <p className="truncate font-mono text-small font-semibold" title={nameInText(name)}>
      <Linked href={href}>
        <Name of={name} className="" />
      </Linked>
    </p>
  )

const Linked = ({ href, children }: { href: string | undefined; children: ReactNode }) =>
  href === undefined ? (
    children
  ) : (
    <Link href={href} className="link">
      {children}
    </Link>
  )

const Arrow = ({ dashed }: { dashed: boolean }) => {
  const dashes = dashed ? { strokeDasharray: '4 4' } : {}
  const drawn = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, 'aria-hidden': true }
  return (
    <div className="flex items-center gap-2 py-1 pl-4 text-accent sm:flex-col-reverse sm:justify-center sm:gap-0 sm:p-0">
      <svg viewBox="0 0 10 24" className="h-6 w-2.5 shrink-0 sm:hidden" {...drawn}>
        <path d="M5 0v20" {...dashes} />
        <path d="M1 18l4 5 4-5" />
      </svg>
      <svg viewBox="0 0 80 10" className="h-2.5 w-20 shrink-0 max-sm:hidden" {...drawn}>
        <path d="M0 5h76" {...dashes} />
        <path d="M72 1l5 4-5 4" />
      </svg>
      <span className="text-small text-muted">points at</span>
    </div>
  )
}
