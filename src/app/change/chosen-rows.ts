import * as z from 'zod/mini'
import { isSameOwner, type Owner } from '../../qovery/owner'
import { id, owner, type Secret, type SecretList } from '../../qovery/schema'
import { chosenBulkPath } from '../../rules/page-paths'
import { createStore } from '../data/store'
import { storage } from '../data/site-data'

/** Secrets that were chosen together, and what is to be done to each: nothing before its plan was seen. */
const chosenRows = z.object({
  action: z.enum(['alias', 'repoint', 'edit', 'delete']),
  /** Where they were chosen: what can be seen there is what they can be pointed at. */
  at: owner,
  /** Whose they are. */
  of: z.array(z.object({ owner, ids: z.array(id) })),
  /** The key of the secret whose aliases these are, where that is why they were chosen. */
  aliasesOf: z.optional(z.string()),
  /** Whether the page that plans it has begun with it: what was changed there since counts after a reload. */
  isTaken: z.optional(z.boolean()),
})
export type ChosenRows = z.infer<typeof chosenRows>

/** What is to be changed, and is no target of new aliases. */
export type ChosenChange = ChosenRows & { action: Exclude<ChosenRows['action'], 'alias'> }
export const isChange = (chosen: ChosenRows): chosen is ChosenChange => chosen.action !== 'alias'

const record = storage('sessionStorage', 'alias-console:chosen-rows')

/** What was chosen last and is not done yet, also before a reload. */
const all = createStore(z.safeParse(chosenRows, record.readJson()).data)
export const chosenStore: Pick<typeof all, 'read' | 'subscribe'> = all

/** Secrets by whose they are, as they are handed over. */
export const byOwner = (
  secrets: readonly Secret[],
  ownerOf: (secret: Secret) => Owner,
): ChosenRows['of'] => {
  const of: ChosenRows['of'] = []
  for (const secret of secrets) {
    const held = ownerOf(secret)
    const known = of.find((each) => isSameOwner(each.owner, held))
    if (known === undefined) of.push({ owner: held, ids: [secret.id] })
    else known.ids.push(secret.id)
  }
  return of
}

/** All aliases of a secret that a list shows, to be pointed at another one. */
export const aliasesToMove = (
  { id: targetId, key }: Secret,
  { at, list, ownerOf }: { at: Owner; list: SecretList; ownerOf: (secret: Secret) => Owner },
): ChosenRows => ({
  action: 'repoint',
  at,
  of: byOwner(
    list.results.filter(({ aliased_secret: target }) => target?.id === targetId),
    ownerOf,
  ),
  aliasesOf: key,
})

/** Hands what was chosen to the page that plans it. @returns the address of that */
export const handOverRows = (chosen: ChosenRows): string => {
  record.write(JSON.stringify(chosen))
  all.write(chosen)
  return chosenBulkPath(chosen.at)
}

/** To be called once the page that plans it has taken what was chosen. */
export const rowsTaken = (): void => {
  const chosen = all.read()
  if (chosen !== undefined) record.write(JSON.stringify({ ...chosen, isTaken: true }))
}

const begunRecord = storage('sessionStorage', 'alias-console:begun-rows')
const begunIds = () => z.safeParse(z.array(z.string()), begunRecord.readJson()).data ?? []

/** To be called once the job of what was chosen has begun: nobody wants the same done once more. */
export const rowsBegun = (): void => {
  const ids = all.read()?.of.flatMap((each) => each.ids) ?? []
  begunRecord.write(JSON.stringify([...begunIds(), ...ids]))
  forgetChosenRows()
}

/** Of some ids those whose job has not begun since they were chosen; of the others it is told once. */
export const withoutBegun = (ids: ReadonlySet<string>): string[] => {
  const begun = begunIds()
  if (begun.length > 0) begunRecord.write(JSON.stringify(begun.filter((each) => !ids.has(each))))
  return [...ids].filter((each) => !begun.includes(each))
}

/** To be called once it is not wanted any more. */
export const forgetChosenRows = (): void => {
  record.clear()
  all.write(undefined)
}
