import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { bulkOf } from '../../rules/page-paths'
import { indexSecrets } from '../../rules/secret-index'
import { suggestNames, type Suggestion } from '../suggest/suggest-names'
import { Menu, useMenu } from '../ui/menu'
import { useAliasForm } from './alias-form-context'
import { begin } from './current-creation'
import { useFoundTarget } from './use-found-target'

/** Letters of names that fit into the line below a key, on a phone as well. */
const room = 22

interface KeyExamplesProps {
  /** What stands there where nothing is known of the target. */
  otherwise: ReactNode
}

/** Names that clients look for what the chosen secret holds, as its key tells: a press fills in the key. */
export const KeyExamples = ({ otherwise }: KeyExamplesProps) => {
  const { setValue, setFocus } = useAliasForm()
  const { owner, target, list } = useFoundTarget()
  const [, navigate] = useLocation()
  const { isOpen, button, menu } = useMenu()
  if (target === undefined || list === undefined || owner === undefined) return otherwise
  const { byKey } = indexSecrets(list)
  const isFile = target.variable_type === 'FILE'
  const all = suggestNames(target.key, (name) => byKey.has(name), isFile)
  const shown = shortest(all)
  if (shown.length === 0) return otherwise
  // A key that another secret has too, or that a line cannot hold, is no name for it: its ID is.
  const isAlone = byKey.get(target.key)?.length === 1 && /^\w+$/.test(target.key)
  const lines = all.map(({ name }) => `${name}=${isAlone ? target.key : target.id}`).join('\n')
  const fill = (name: string) => {
    setValue('key', name, { shouldValidate: true, shouldDirty: true })
    begin()
    setFocus('key')
  }
  return (
    <span className="flex flex-wrap gap-x-3">
      <span>Such as</span>
      {shown.map(({ name, client }) => (
        <button
          key={name}
          type="button"
          translate="no"
          title={`Read by ${client}`}
          className="link font-mono"
          onClick={() => fill(name)}
        >
          {name}
        </button>
      ))}
      <button {...button} className="link">
        Why, and others
      </button>
      {isOpen && (
        <Menu
          {...menu}
          label="Names that clients look for"
          items={[
            ...all.map(({ name, client }) => ({
              label: `${name}: ${client}`,
              onChoose: () => fill(name),
            })),
            {
              label: 'Several of them at once…',
              onChoose: () => navigate(bulkOf(owner, lines)),
            },
          ]}
        />
      )}
    </span>
  )
}

/** As many of the first names as fit into a line. */
const shortest = (all: readonly Suggestion[]) => {
  let letters = 0
  return all.filter(({ name }, index) => {
    letters += name.length
    return index === 0 || letters <= room
  })
}
