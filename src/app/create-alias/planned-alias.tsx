import { routePath, routes } from '../../qovery/routes'
import type { Secret } from '../../qovery/schema'
import { aboutSecret } from '../review/about-secret'
import type { AliasPanelProps } from '../review/alias-panel'
import { setting } from '../session/setting'
import { useFormValue } from './alias-form-context'
import { toRequest, type RequestedValues } from './form-values'
import { useSource } from './use-source'

/** What the form will make and what it will send, as it stands now. Worked out only where it is shown. */
export const usePlannedAlias = (): (() => AliasPanelProps) => {
  const values = {
    key: useFormValue('key'),
    description: useFormValue('description'),
    interpolation: useFormValue('interpolation'),
  }
  const { projectId, secretId, source, secrets } = useSource()
  return () => {
    const shadowed = secrets?.find(({ key, scope }) => key === values.key && scope === 'BUILT_IN')
    return {
      label: 'Preview',
      heading: 'Preview',
      drawing: {
        state: 'planned',
        alias: { name: values.key, about: 'ALIAS · PROJECT' },
        aliased:
          source === undefined
            ? { name: secretId, about: sourceMissing(secretId, secrets) }
            : { name: source.key, about: aboutSecret(source) },
        shadowed: shadowed && { name: shadowed.key, about: aboutSecret(shadowed) },
        nothingShadowed:
          secrets === undefined ? 'What it shadows is not known yet.' : 'Shadows nothing.',
      },
      below: (
        <>
          <div>
            <h3 className="mb-1 text-small font-semibold text-muted">Request</h3>
            <pre className="rounded-card bg-sunken p-3 font-mono text-small break-all whitespace-pre-wrap">
              {requestText(values, source, projectId, secretId)}
            </pre>
          </div>
          <p className="text-small text-muted">
            {setting.mode === 'sandbox'
              ? 'The sandbox keeps it on this machine. With Qovery, it would take effect at the next deployment, in every environment of the project.'
              : 'It takes effect at the next deployment, in every environment of the project.'}
          </p>
        </>
      ),
    }
  }
}

const requestText = (
  values: RequestedValues,
  source: Secret | undefined,
  projectId = '…',
  secretId = '…',
) => {
  const path = decodeURIComponent(routePath('createProjectSecretAlias', { projectId, secretId }))
  const body = JSON.stringify(toRequest(values, source), undefined, 2)
  return `${routes.createProjectSecretAlias.method} ${path}\n\n${body}`
}

const sourceMissing = (secretId: string | undefined, secrets: readonly Secret[] | undefined) => {
  if (secretId === undefined) return 'not chosen yet'
  return secrets === undefined ? 'not read yet' : 'not in the list'
}
