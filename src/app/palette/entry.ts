import type { Owner } from '../../qovery/owner'
import type { Secret } from '../../qovery/schema'
import type { ChosenRows } from '../change/chosen-rows'

/** What choosing an entry does. */
export type Act =
  | { kind: 'go'; href: string }
  /** Hands secrets to the page that plans what is to be done to them, and goes there. */
  | { kind: 'hand over'; rows: ChosenRows }
  | { kind: 'copy'; what: string; text: string }
  /** Asks for a change of a secret, as its row does. */
  | { kind: 'change'; change: 'edit' | 'repoint' | 'delete'; owner: Owner; secret: Secret }
  /** Something of the frame around the pages. */
  | { kind: 'run'; run: () => void }

/** Something that can be done or gone to. */
export interface Entry {
  id: string
  /** What it is called in words of the interface; empty where its name says all. */
  label: string
  /** The name of what it is about; empty where it is about nothing. */
  name: string
  /** Whether that is the key of a secret. */
  isKey: boolean
  /** Where it is, and what else tells it from others. */
  facts: string
  /** Why it cannot be done; undefined where it can. */
  disabledReason: string | undefined
  act: Act
}

/** Something that has a name and can be gone to, with what can be done about it. */
export interface Subject {
  id: string
  group: 'Projects' | 'Environments and services' | 'Secrets'
  name: string
  isKey: boolean
  facts: string
  /** All that a search looks at beside its ID, in lower case: the name, and below it the rest. */
  words: string
  href: string
  /** Made when they are asked for: there may be 10,000 of its kind. */
  actions: () => Pick<Entry, 'label' | 'disabledReason' | 'act'>[]
}

/** A subject as the entry that opens it. */
export const openEntry = ({ id, name, isKey, facts, href }: Subject): Entry => ({
  id,
  label: '',
  name,
  isKey,
  facts,
  disabledReason: undefined,
  act: { kind: 'go', href },
})

/** What can be done about a subject, as entries. */
export const actionEntries = (subject: Subject): Entry[] =>
  subject.actions().map(({ label, disabledReason, act }) => ({
    label,
    disabledReason,
    act,
    id: `${subject.id} ${label}`,
    name: subject.name,
    isKey: subject.isKey,
    facts: subject.facts,
  }))
