export const sortings = [
  'key',
  'target',
  'type',
  'scope',
  'owner',
  'description',
  'updated',
] as const
export type Sorting = (typeof sortings)[number]

/** What of a project's list is shown, and in which order. An empty text filters nothing. */
export interface View {
  search: string
  type: string
  scope: string
  owner: string
  hasAliases: boolean
  orphaned: boolean
  /** Only what overrides something, or is overridden. */
  overriding: boolean
  /** Whether what belongs to what is around the owner is shown too. */
  inherited: boolean
  sort: Sorting
  descending: boolean
}

export const wholeList: View = {
  search: '',
  type: '',
  scope: '',
  owner: '',
  hasAliases: false,
  orphaned: false,
  overriding: false,
  inherited: false,
  sort: 'key',
  descending: false,
}

const texts = { search: 'q', type: 'type', scope: 'scope', owner: 'owner' } as const
const switches = {
  hasAliases: 'aliases',
  orphaned: 'orphaned',
  overriding: 'overrides',
  inherited: 'inherited',
} as const
const textFields = ['search', 'type', 'scope', 'owner'] as const
const switchFields = ['hasAliases', 'orphaned', 'overriding', 'inherited'] as const

/** A view as an address carries it, without a question mark; what is as usual is left out. */
export const toSearch = (view: View): string => {
  const params = new URLSearchParams()
  for (const field of textFields) {
    if (view[field] !== '') params.set(texts[field], view[field])
  }
  for (const field of switchFields) if (view[field]) params.set(switches[field], '1')
  if (view.sort !== wholeList.sort || view.descending) {
    params.set('sort', view.descending ? `-${view.sort}` : view.sort)
  }
  return params.toString()
}

/** Reads a view from an address that anybody may have typed: what it cannot read is as usual. */
export const fromSearch = (search: string): View => {
  const params = new URLSearchParams(search)
  const text = (field: keyof typeof texts) => params.get(texts[field]) ?? ''
  const order = params.get('sort') ?? ''
  const sort = sortings.find((each) => each === order.replace(/^-/, ''))
  return {
    search: text('search'),
    type: text('type'),
    scope: text('scope'),
    owner: text('owner'),
    hasAliases: params.get(switches.hasAliases) === '1',
    orphaned: params.get(switches.orphaned) === '1',
    overriding: params.get(switches.overriding) === '1',
    inherited: params.get(switches.inherited) === '1',
    sort: sort ?? wholeList.sort,
    descending: sort !== undefined && order.startsWith('-'),
  }
}

/** How many of its filters a view uses; a search is none, and neither is an order. */
export const filtersInUse = ({
  type,
  scope,
  owner,
  hasAliases,
  orphaned,
  overriding,
}: Omit<View, 'search'>): number =>
  [type !== '', scope !== '', owner !== '', hasAliases, orphaned, overriding].filter(Boolean).length

/** Whether a view leaves anything out of what is the owner's. */
export const isNarrowed = (view: View): boolean =>
  textFields.some((field) => view[field].trim() !== '') ||
  switchFields.some((field) => field !== 'inherited' && view[field])
