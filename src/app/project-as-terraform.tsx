import { useMemo } from 'react'
import { asTerraform, leftOut } from '../qovery/as-code/as-terraform'
import { holdersByKey, planObstacle, planOfAlias } from '../qovery/as-code/plan-of-alias'
import type { Secret } from '../qovery/schema'
import { isAlias } from './relations/relate'
import { AsCode } from './review/as-code'
import { usePlace } from './use-place'

interface ProjectAsTerraformProps {
  projectId: string
  /** The project's list; what is no alias in it is passed over. */
  secrets: readonly Secret[]
}

/** All aliases of a project as one Terraform block, and which of them it has to leave out. */
export const ProjectAsTerraform = ({ projectId, secrets }: ProjectAsTerraformProps) => {
  const place = usePlace(projectId)
  const { plans, unable } = useMemo(() => {
    const holders = holdersByKey(secrets)
    const aliases = secrets.filter(isAlias)
    return {
      plans: aliases
        .map((alias) => planOfAlias(alias, holders))
        .filter((plan) => plan !== undefined),
      unable: aliases.flatMap((alias) => {
        const obstacle = planObstacle(alias)
        return obstacle === undefined ? [] : [leftOut(alias.key, obstacle)]
      }),
    }
  }, [secrets])
  if (plans.length === 0 && unable.length === 0) return null
  const { code, notes } = asTerraform(plans, place)
  return (
    <AsCode
      title="All aliases as code"
      level={2}
      snippets={[{ tool: 'Terraform', code, notes: [...unable, ...notes] }]}
    />
  )
}
