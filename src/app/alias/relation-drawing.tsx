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
      <Box
        node={alias}
        className={`border-accent bg-accent-tint sm:row-start-1 ${line}`}
        empty="alias key"
      />
      {/* Right below the alias on a phone too: what is overridden hangs from it, and not from the target. */}
      <HangingNote className="sm:col-span-3">
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
      </HangingNote>
      <Arrow className={`sm:col-start-2 sm:row-start-1 sm:px-1 ${line}`}>points at</Arrow>
      <Box
        node={target}
        className={`border-control sm:col-start-3 sm:row-start-1 ${line}`}
        empty="target"
      />
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
        <Name of={name} className="" oneLine />
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

const drawn = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, 'aria-hidden': true }

/** An arrow to the right, or downwards on a phone, with its word beside it. It is as long as there is room. */
export const Arrow = ({ className, children }: { className: string; children: ReactNode }) => (
  <div
    className={`flex items-center gap-2 border-accent py-1 pl-4 text-accent sm:grid sm:grid-cols-[1fr_auto] sm:grid-rows-[1fr_auto_1fr] sm:gap-0 sm:p-0 ${className}`}
  >
    <svg viewBox="0 0 10 24" className="h-6 w-2.5 shrink-0 sm:hidden" {...drawn}>
      <path d="M5 0v22M1 18l4 5 4-5" />
    </svg>
    <span className="text-small text-muted sm:col-span-2 sm:self-end sm:justify-self-center">
      {children}
    </span>
    <span className="self-center border-inherit border-t-[1.5px] [border-top-style:inherit] max-sm:hidden" />
    <svg viewBox="0 0 6 10" className="-ml-1.5 h-2.5 w-1.5 max-sm:hidden" {...drawn}>
      <path d="M1 1l4 4-4 4" />
    </svg>
  </div>
)

/** What is said of a box, hanging from it by a line. */
export const HangingNote = ({
  className = '',
  children,
}: {
  className?: string
  children: ReactNode
}) => (
  <div className={`flex items-start pt-2 text-small ${className}`}>
    <svg
      viewBox="0 0 24 22"
      className="mr-1 ml-4 h-[22px] w-6 shrink-0 text-control"
      strokeDasharray="2.5 2.5"
      {...drawn}
    >
      <path d="M4 0v11h16" />
    </svg>
    <p className="min-w-0 pt-0.5 wrap-anywhere">{children}</p>
  </div>
)
