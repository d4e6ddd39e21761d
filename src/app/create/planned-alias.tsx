import { useDeferredValue, useMemo } from 'react'
import { aliasCall } from '../../qovery/alias-call'
import { scopeOf, type Owner, type OwnerRef } from '../../qovery/owner'
import type { Secret, SecretList } from '../../qovery/schema'
import { scopeWord } from '../../rules/api-words'
import { indexSecrets } from '../../rules/secret-index'
import { aboutSecret } from '../alias/about-secret'
import type { AliasPanelProps } from '../alias/alias-panel'
import { setting } from '../data/setting'
import { shortenLines } from '../ui/long-text'
import { usePrerendered } from '../ui/use-prerendered'
import { useFormValue } from './alias-form-context'
import { toRequest, type RequestedValues } from './alias-request'
import { emptyForm } from './form-values'
import { useFoundTarget } from './use-found-target'

/** What the form will send, and what is known of those that it names. */
export interface Plan extends RequestedValues {
  owner: Owner | undefined
  secretId: string | undefined
  target: Secret | undefined
  list: SecretList | undefined
}

/** The form's plan, as it stands now; the same as long as nothing of it changes. Letters are painted first. */
export const usePlan = (): Plan => {
  const key = useDeferredValue(useFormValue('key'))
  const description = useDeferredValue(useFormValue('description'))
  const interpolation = useFormValue('interpolation')
  const { owner, secretId, target, list } = useFoundTarget()
  const plan = useMemo(
    () => ({ key, description, interpolation, owner, secretId, target, list }),
    [key, description, interpolation, owner, secretId, target, list],
  )
  // Hydrated as it was prerendered, and that was with an empty form.
  return usePrerendered() ? prerendered : plan
}

/** What a plan will make, and the request that makes it. */
export const plannedAlias = (plan: Plan): AliasPanelProps => {
  const { key, owner, secretId, target, list } = plan
  const index = list && indexSecrets(list)
  // Below a project, what can be seen there is in the way and not overridden.
  const overridden =
    (owner ?? project).kind === 'project'
      ? index?.byKey.get(key)?.find(({ scope }) => scope === 'BUILT_IN')
      : undefined
  const isKnown = index !== undefined && !index.unreadableKeys.has(key)
  return {
    label: 'Preview',
    heading: 'Preview',
    drawing: {
      state: 'planned',
      alias: { name: key, about: `Alias · ${scopeWord(scopeOf(owner ?? project))}` },
      target:
        target === undefined
          ? { name: secretId, about: missingTarget(secretId, list) }
          : { name: target.key, about: aboutSecret(target) },
      overridden: overridden && { name: overridden.key, about: aboutSecret(overridden) },
      nothingOverridden:
        key === ''
          ? 'Type a key to see what it overrides.'
          : !isKnown
            ? 'What it overrides is not known yet.'
            : index.byKey.has(key)
              ? 'The key is taken: this alias cannot be created.'
              : 'Overrides nothing.',
    },
    below: (
      <>
        <div>
          <h3 className="mb-1 text-small font-semibold text-muted">Request</h3>
          {/* As high as with both ids, which an address brings later than the page. */}
          <pre
            translate="no"
            className="min-h-46 rounded-card bg-sunken p-3 font-mono text-small break-all whitespace-pre-wrap"
          >
            {shortenLines(requestText(plan))}
          </pre>
        </div>
        <p className="text-small text-muted">
          {setting.mode === 'sandbox'
            ? `The sandbox keeps it on this machine. With Qovery, it would take effect at the next deployment, ${reach(owner)}.`
            : `It takes effect at the next deployment, ${reach(owner)}.`}
        </p>
      </>
    ),
  }
}

const prerendered: Plan = {
  ...emptyForm,
  owner: undefined,
  secretId: undefined,
  target: undefined,
  list: undefined,
}

const requestText = (plan: Plan) => {
  const { owner = { ...project, id: '…' }, secretId = '…', target } = plan
  const { method, url, body } = aliasCall(owner, secretId, toRequest(plan, target))
  return `${method} ${decodeURIComponent(url)}\n\n${JSON.stringify(body, undefined, 2)}`
}

const project = { kind: 'project' } as const

const reach = (owner: OwnerRef | undefined) => {
  switch (owner?.kind) {
    case 'project':
    case undefined:
      return 'in every environment of the project'
    case 'environment':
      return 'in every service of the environment'
    default:
      return 'in this service alone'
  }
}

const missingTarget = (secretId: string | undefined, list: SecretList | undefined) => {
  if (secretId === undefined) return 'not chosen yet'
  if (list === undefined) return 'not read yet'
  return indexSecrets(list).unreadableIds.has(secretId) ? 'could not be read' : 'not in the list'
}
