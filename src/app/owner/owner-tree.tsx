import { useState } from 'react'
import { Link } from 'wouter'
import { modeWord } from '../../rules/api-words'
import { ownerPath } from '../../rules/page-paths'
import { findInTree, hasText } from '../queries/find-in-tree'
import type { EnvironmentNode, ProjectTree, ServiceNode } from '../queries/project-tree'
import { counted } from '../ui/count'
import { cut } from '../ui/cut'
import { typeText } from './type-text'
import { PlaceSearch } from './place-search'

// So many rows are taken in at once; more are opened one environment at a time.
const most = 24

const rowsOf = (environments: readonly EnvironmentNode[]) =>
  environments.reduce((sum, { services }) => sum + 1 + services.length, 0)

/** A project's environments with their services, each a link to its secrets. */
export const OwnerTree = ({ tree }: { tree: ProjectTree }) => {
  const [text, setText] = useState('')
  const { environments } = findInTree(tree, text)
  const isSearched = text.trim() !== ''
  const lasting = environments.filter(({ expires }) => !expires)
  const expiring = environments.filter(({ expires }) => expires)
  const rows = rowsOf(lasting)
  const found = environments.reduce(
    (sum, { name, services }) =>
      sum +
      Number(hasText(name, text)) +
      services.filter(({ service }) => hasText(service.name, text)).length,
    0,
  )
  // Of one that is there for its services alone, these are what was searched for.
  const isOpen = ({ name }: EnvironmentNode) => rows <= most || (isSearched && !hasText(name, text))
  return (
    <div className="grid gap-1">
      <PlaceSearch count={rowsOf(tree.environments)} text={text} onText={setText} found={found} />
      {lasting.map((node) => (
        <Environment
          // Opened anew for what is searched.
          key={`${node.owner.id} ${isSearched}`}
          node={node}
          isOpen={isOpen(node)}
        />
      ))}
      {expiring.length > 0 && (
        <details key={`${isSearched}`} open={isSearched} className="pt-1">
          <summary className="min-h-6 w-fit rounded-small text-muted">
            {counted(expiring.length, 'throwaway clone', 'throwaway clones')}
          </summary>
          <p className="py-1 text-small text-muted">
            Made for one run of an agentic workflow each, and deleted with it.
          </p>
          {expiring.map((node) => (
            <Environment
              key={`${node.owner.id} ${isSearched}`}
              node={node}
              isOpen={isSearched && !hasText(node.name, text)}
            />
          ))}
        </details>
      )}
    </div>
  )
}

const Environment = ({ node, isOpen }: { node: EnvironmentNode; isOpen: boolean }) => {
  const { owner, name, mode, services } = node
  return (
    <div className="border-t border-line py-1.5 first:border-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <Link
          href={ownerPath(owner)}
          className="link inline-block min-h-6 font-semibold wrap-anywhere"
        >
          {name === null ? 'An environment without a name' : <bdi translate="no">{cut(name)}</bdi>}
        </Link>
        {mode !== null && (
          <span title={cut(mode)} className="text-small text-muted">
            {cut(modeWord(mode), 40)}
          </span>
        )}
      </p>
      {services.length > 0 && (
        <details open={isOpen} className="pl-4">
          <summary className="min-h-6 w-fit rounded-small text-small text-muted">
            {counted(services.length, 'service')}
          </summary>
          <ServiceList services={services} />
        </details>
      )}
    </div>
  )
}

/** Services by name; one that owns no secrets is there all the same, and says why. */
export const ServiceList = ({ services }: { services: readonly ServiceNode[] }) => (
  <ul className="grid gap-x-6 gap-y-0.5 py-1 sm:grid-cols-2">
    {services.map((node) => (
      <li key={node.service.id} className="min-w-0">
        {node.owner === undefined ? (
          <>
            <bdi translate="no" className="wrap-anywhere text-muted">
              {cut(node.service.name)}
            </bdi>{' '}
            <span className="text-small text-muted">
              {typeText(node)}. {node.disabledReason}
            </span>
          </>
        ) : (
          <>
            <Link href={ownerPath(node.owner)} className="link inline-block min-h-6 wrap-anywhere">
              <bdi translate="no">{cut(node.service.name)}</bdi>
            </Link>{' '}
            <span className="text-small text-muted">{typeText(node)}</span>
          </>
        )}
      </li>
    ))}
  </ul>
)
