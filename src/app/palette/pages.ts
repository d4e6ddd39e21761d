import {
  aboutPath,
  bulkPath,
  chooseBulkPath,
  createPath,
  historyPath,
  projectsPath,
} from '../../rules/page-paths'
import { lastOwner } from '../queries/last-owner'
import type { Entry } from './entry'

/** Something that the frame around the pages offers. */
export interface Command {
  label: string
  run: () => void
}

/** The pages that are about nothing in particular, and those that ask for a project first. */
const pages = () => {
  const owner = lastOwner.read()
  return [
    { label: 'Create alias', facts: 'The form', href: createPath },
    { label: 'Choose a project', facts: 'Its secrets', href: projectsPath },
    { label: 'History', facts: 'What this browser did, and Undo', href: historyPath },
    { label: 'What an alias is', facts: 'When you need one, and what it does', href: aboutPath },
    {
      label: 'Bulk',
      facts: 'Many aliases at once',
      href: owner === undefined ? chooseBulkPath : bulkPath(owner),
    },
  ]
}

/** What can always be gone to or done. */
export const pageEntries = (commands: readonly Command[]): Entry[] => [
  ...pages().map(({ label, facts, href }) => entry(label, facts, { kind: 'go', href })),
  ...commands.map(({ label, run }) => entry(label, '', { kind: 'run', run })),
]

const entry = (label: string, facts: string, act: Entry['act']): Entry => ({
  id: label,
  label,
  name: '',
  isKey: false,
  facts,
  disabledReason: undefined,
  act,
})
