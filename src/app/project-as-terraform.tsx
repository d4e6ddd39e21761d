import { useMemo } from 'react'
import { asTerraform } from '../qovery/as-code/as-terraform'
import { holdersByKey, planOfAlias } from '../qovery/as-code/plan-of-alias'
import type { Secret } from '../qovery/schema'
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
  const plans = useMemo(() => {
    const holders = holdersByKey(secrets)
    return secrets
      .map((secret) => planOfAlias(secret, holders))
      .filter((plan) => plan !== undefined)
  }, [secrets])
  if (plans.length === 0) return null
  return (
    <AsCode
      title="All aliases as code"
      level={2}
      snippets={[{ tool: 'Terraform', ...asTerraform(plans, place) }]}
    />
  )
}
