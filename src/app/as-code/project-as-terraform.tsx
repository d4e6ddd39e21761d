import { memo, useMemo } from 'react'
import { asTerraform, leftOut } from '../../rules/as-code/as-terraform'
import { planDisabledReason, planOfAlias } from '../../rules/as-code/plan-of-alias'
import { projectOwner } from '../../qovery/owner'
import type { SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
import { entriesUnread } from '../words/list-problem'
import { isAlias } from '../relations/relate'
import { AsCode } from './as-code'
import { apiName } from '../data/setting'
import { usePlace } from '../queries/use-place'

interface ProjectAsTerraformProps {
  projectId: string
  /** The project's list; what is no alias in it is passed over. */
  list: SecretList
}

/** All aliases of a project as one Terraform block, and which of them it has to leave out. */
export const ProjectAsTerraform = memo(({ projectId, list }: ProjectAsTerraformProps) => {
  const owner = useMemo(() => projectOwner(projectId), [projectId])
  const place = usePlace(owner)
  const aliases = useMemo(() => list.results.filter(isAlias), [list])
  if (aliases.length === 0) return null
  const write = () => {
    const plans = aliases.flatMap((alias) => planOfAlias(alias, indexSecrets(list), owner) ?? [])
    const unable = aliases.flatMap((alias) => {
      const disabledReason = planDisabledReason(alias, owner)
      return disabledReason === undefined ? [] : [leftOut(alias.key, disabledReason)]
    })
    const { code, notes } = asTerraform(plans, place)
    const unread = list.unreadable.length
    // What is not in this list of aliases is deleted where the code is applied.
    if (unread > 0)
      unable.unshift(`${entriesUnread(unread, apiName)}: an alias among them is left out.`)
    if (unable.length > 0) unable.push('What is left out is deleted where this is applied.')
    return { code, notes: [...unable, ...notes] }
  }
  return <AsCode title="All aliases as code" level={2} snippets={[{ tool: 'Terraform', write }]} />
})
