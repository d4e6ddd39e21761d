import type { ReactNode } from 'react'

interface Node {
  /** Undefined while nothing has been chosen. */
  name?: string | undefined
  about: string
}

interface RelationDrawingProps {
  alias: Node
  aliased: Node
  /** Undefined where nothing is shadowed. */
  shadowed?: Node | undefined
  /** Said in the place of the shadowed secret where there is none. */
  nothingShadowed: string
  /** Drawn in dashes until it exists. */
  state: 'planned' | 'made'
}

/** What an alias points at and what it shadows, as a picture whose words read in the same order. */
export const RelationDrawing = (drawing: RelationDrawingProps) => {
  const { alias, aliased, shadowed, nothingShadowed, state } = drawing
  const line = state === 'made' ? 'border-solid' : 'border-dashed'
  return (
    <figure
      aria-label={sentence(drawing)}
      className="grid grid-cols-1 gap-x-2 sm:grid-cols-[minmax(0,1fr)_88px_minmax(0,1fr)]"
    >
      <Box node={alias} className={`border-accent bg-accent-tint ${line}`} empty="alias key" />
      <Arrow label="points at" dashed={state === 'planned'} className="text-accent" />
      <Box node={aliased} className={`border-control ${line}`} empty="aliased secret" />
      <div className="contents sm:hidden">
        <span className="h-3" />
      </div>
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
        <p className="min-w-0 pt-0.5 break-words">
          {shadowed === undefined ? (
            <span className="text-muted">{nothingShadowed}</span>
          ) : (
            <>
              <span className="text-muted">shadows </span>
              <bdi className="font-mono break-all">{shadowed.name}</bdi>
              <span className="text-muted"> {shadowed.about}</span>
            </>
          )}
        </p>
      </div>
    </figure>
  )
}

const Box = ({ node, className, empty }: { node: Node; className: string; empty: string }) => (
  <div className={`min-w-0 rounded-card border px-3 py-2 ${className}`}>
    <Name text={node.name} empty={empty} />
    <p className="text-small text-muted">{node.about}</p>
  </div>
)

const Name = ({ text, empty }: { text: string | undefined; empty: string }): ReactNode =>
  text === undefined || text === '' ? (
    <p className="text-small text-muted italic">{empty}</p>
  ) : (
    <p className="truncate font-mono text-small font-semibold" title={text}>
      <bdi>{text}</bdi>
    </p>
  )

const Arrow = (props: { label: string; dashed: boolean; className: string }) => (
  <div
    className={`flex flex-row items-center gap-2 pl-3 sm:flex-col sm:justify-center sm:gap-0 sm:pl-0 ${props.className}`}
    aria-hidden="true"
  >
    <span className="order-2 text-small text-muted sm:order-none">{props.label}</span>
    <svg
      viewBox="0 0 80 10"
      className="h-2.5 w-8 shrink-0 rotate-90 sm:w-20 sm:rotate-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <path d="M0 5h76" {...(props.dashed ? { strokeDasharray: '4 4' } : {})} />
      <path d="M72 1l5 4-5 4" />
    </svg>
  </div>
)

const sentence = ({ alias, aliased, shadowed, nothingShadowed, state }: RelationDrawingProps) =>
  `${alias.name ?? 'The alias'} ${state === 'made' ? 'points' : 'will point'} at ${aliased.name ?? 'the secret'}. ` +
  (shadowed === undefined ? nothingShadowed : `It shadows ${shadowed.name}, ${shadowed.about}.`)
