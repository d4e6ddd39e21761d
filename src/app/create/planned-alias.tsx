import { useDeferredValue } from 'react'
import { aliasCall } from '../../qovery/alias-call'
import { scopeOf, type OwnerRef } from '../../qovery/owner'
import type { Secret, SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
import { aboutSecret } from '../alias/about-secret'
import type { AliasPanelProps } from '../alias/alias-panel'
import { setting } from '../data/setting'
import { shortenLines } from '../ui/long-text'
import { usePrerendered } from '../ui/use-prerendered'
import { useFormValue } from './alias-form-context'
import { emptyForm, toRequest, type RequestedValues } from './form-values'
import { useSource } from './use-source'

/** What the form will make and what it will send, as it stands now. Worked out only where it is shown. */
export const usePlannedAlias = (): (() => AliasPanelProps) => {
  const key = useDeferredValue(useFormValue('key'))
  const description = useDeferredValue(useFormValue('description'))
  const interpolation = useFormValue('interpolation')
  const now = { values: { key, description, interpolation }, ...useSource() }
  // Hydrated as it was prerendered, and that was with an empty form.
  const { values, owner, secretId, source, list } = usePrerendered() ? prerendered : now
  return () => {
    const index = list && indexSecrets(list)
    // Below a project, what can be seen there is in the way and not overridden.
    const overridden =
      (owner ?? project).kind === 'project'
        ? index?.byKey.get(values.key)?.find(({ scope }) => scope === 'BUILT_IN')
        : undefined
    const isKnown = index !== undefined && !index.unreadableKeys.has(values.key)
    return {
      label: 'Preview',
      heading: 'Preview',
      drawing: {
        state: 'planned',
        alias: { name: values.key, about: `ALIAS · ${scopeOf(owner ?? project)}` },
        target:
          source === undefined
            ? { name: secretId, about: sourceMissing(secretId, list) }
            : { name: source.key, about: aboutSecret(source) },
        overridden: overridden && { name: overridden.key, about: aboutSecret(overridden) },
        nothingOverridden: isKnown ? 'Overrides nothing.' : 'What it overrides is not known yet.',
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
              {shortenLines(requestText(values, source, owner, secretId))}
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
}

const prerendered = {
  values: emptyForm,
  owner: undefined,
  secretId: undefined,
  source: undefined,
  list: undefined,
}

const requestText = (
  values: RequestedValues,
  source: Secret | undefined,
  owner: OwnerRef = { ...project, id: '…' },
  secretId = '…',
) => {
  const { method, url, body } = aliasCall(owner, secretId, toRequest(values, source))
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

const sourceMissing = (secretId: string | undefined, list: SecretList | undefined) => {
  if (secretId === undefined) return 'not chosen yet'
  if (list === undefined) return 'not read yet'
  return indexSecrets(list).unreadableIds.has(secretId) ? 'could not be read' : 'not in the list'
}
