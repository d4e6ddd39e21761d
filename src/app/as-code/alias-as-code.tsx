import { useQuery } from '@tanstack/react-query'
import { asCli } from '../../rules/as-code/as-cli'
import { asCurl } from '../../rules/as-code/as-curl'
import { asTerraform } from '../../rules/as-code/as-terraform'
import { planDisabledReason, planOfAlias } from '../../rules/as-code/plan-of-alias'
import type { Owner } from '../../qovery/owner'
import type { Secret } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
import { secretsQuery } from '../queries/queries'
import { AsCode } from './as-code'
import { setting } from '../data/setting'
import { usePlace } from '../queries/use-place'
import { apiAddress } from './api-address'

interface AliasAsCodeProps {
  /** Whose it is. */
  owner: Owner
  alias: Secret
  /** Level of its heading where it stands. */
  level: 2 | 3
}

/** What would make this alias again from a terminal or a file, or why nothing can. */
export const AliasAsCode = ({ owner, alias, level }: AliasAsCodeProps) => {
  const place = usePlace(owner)
  // What is known by now, and no call for it.
  const { data: list } = useQuery({ ...secretsQuery(owner), enabled: false })
  const plan = planOfAlias(alias, list && indexSecrets(list), owner)
  if (plan === undefined) {
    const disabledReason = `No tool can make it again: ${planDisabledReason(alias, owner) ?? 'it is no alias'}.`
    return <AsCode title="As code" level={level} disabledReason={disabledReason} snippets={[]} />
  }
  return (
    <AsCode
      title="As code"
      level={level}
      snippets={[
        {
          tool: 'curl',
          write: () => ({
            ...asCurl(plan, owner, apiAddress),
            notes:
              setting.mode === 'sandbox'
                ? ['It calls this sandbox, where QOVERY_API_TOKEN is qov_sandbox.']
                : ['It reads the token from the variable QOVERY_API_TOKEN.'],
          }),
        },
        { tool: 'Qovery CLI', write: () => asCli(plan, place) },
        { tool: 'Terraform', write: () => asTerraform([plan], place) },
      ]}
    />
  )
}
