import { useId, type ReactNode } from 'react'
import type { LinkedSecret, Secret } from '../../qovery/schema'
import { epochMilliseconds } from '../../qovery/timestamp'
import { CopyButton } from '../ui/copy-button'
import { cut } from '../ui/cut'
import { IdText } from '../ui/id-text'
import { Instant } from '../ui/instant'
import { LongText } from '../ui/long-text'
import { secretFields, type SecretField, type Service } from './secret-fields'
import { Name } from '../ui/name'

interface SecretCardProps {
  title: string
  secret: Secret | LinkedSecret | null
  /** Whose fields its buttons copy, where there are several cards. */
  subject?: string
  /** Two fields side by side where there is room. */
  wide?: boolean
  /** Said instead of the fields where there is no such secret. */
  children?: ReactNode
}

export const SecretCard = ({ title, subject, secret, wide = false, children }: SecretCardProps) => {
  const heading = useId()
  return (
    <article aria-labelledby={heading} className="panel min-w-0 p-4">
      <h3 id={heading} className="mb-3 text-body font-semibold">
        {title}
      </h3>
      {secret === null ? (
        <p className="text-muted">{children}</p>
      ) : (
        <dl key={secret.id} className={`grid gap-x-4 gap-y-1.5 ${wide ? 'sm:grid-cols-2' : ''}`}>
          {secretFields(secret).map((field) => (
            <Row key={field.term} term={field.term} wide={wide && longTerms.has(field.term)}>
              <Value field={field} of={subject === undefined ? '' : ` of ${subject}`} />
            </Row>
          ))}
        </dl>
      )}
    </article>
  )
}

/** What has a line of its own where others stand side by side: names are read whole, and so is what was written. */
const longTerms: ReadonlySet<SecretField['term']> = new Set([
  'ID',
  'Key',
  'Mount path',
  'Description',
])

interface RowProps {
  term: string
  wide: boolean
  children: ReactNode
}

const Row = ({ term, wide, children }: RowProps) => (
  <div
    className={`grid grid-cols-[100px_minmax(0,1fr)] items-start sm:grid-cols-[124px_minmax(0,1fr)] gap-x-3 ${wide ? 'sm:col-span-2' : ''}`}
  >
    <dt className="text-small text-muted">{term}</dt>
    <dd className="max-h-80 overflow-y-auto wrap-anywhere">{children}</dd>
  </div>
)

const none = <span className="text-muted">none</span>

const Value = ({ field, of }: { field: SecretField; of: string }) => {
  if (field.kind === 'unread')
    return <span className="text-warning">What came back could not be read.</span>
  if (field.value === null || field.value === '')
    return field.kind === 'toggle' ? <span className="text-muted">not set</span> : none
  switch (field.kind) {
    case 'id':
      return (
        <Copyable what={`ID${of}`} text={field.value}>
          <IdText id={field.value} />
        </Copyable>
      )
    case 'key':
      return (
        <Copyable what={`key${of}`} text={field.value}>
          <LongText text={field.value}>
            {(shown) => (
              <Name of={field.value} shown={shown} className="font-mono text-small wrap-anywhere" />
            )}
          </LongText>
        </Copyable>
      )
    case 'path':
      return (
        <LongText text={field.value}>
          {(shown) => (
            <bdi translate="no" className="font-mono text-small wrap-anywhere">
              {shown}
            </bdi>
          )}
        </LongText>
      )
    case 'instant':
      return <Instant text={field.value} epoch={epochMilliseconds(field.value)} />
    case 'toggle':
      return <span>{field.value ? 'on' : 'off'}</span>
    case 'service':
      return <ServiceText service={field.value} />
    case 'text':
      return (
        <LongText text={field.value}>
          {(shown) => <bdi className="whitespace-pre-wrap">{shown}</bdi>}
        </LongText>
      )
    case 'enumeration':
      return (
        <LongText text={field.inWords}>
          {(shown) => (
            <bdi
              title={cut(field.value ?? '')}
              translate={field.inWords === field.value ? 'no' : 'yes'}
            >
              {shown}
            </bdi>
          )}
        </LongText>
      )
  }
}

const Copyable = ({
  what,
  text,
  children,
}: {
  what: string
  text: string
  children: ReactNode
}) => (
  <span className="flex items-start gap-2">
    <span className="min-w-0">{children}</span>
    <CopyButton what={what} text={text} />
  </span>
)

const ServiceText = ({ service: { name, type, id } }: { service: Service }) => (
  <>
    {name !== null && (
      <LongText text={name}>{(shown) => <bdi translate="no">{shown}</bdi>}</LongText>
    )}{' '}
    {type !== null && <span className="text-muted">{cut(type)}</span>}{' '}
    {id !== null && <IdText id={id} />}
  </>
)
