import '../ui/app.css'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { createPath } from '../../rules/page-paths'
import { RelationDrawing } from '../alias/relation-drawing'
import { setting } from '../data/setting'
import { PageTitle } from '../page/page-title'

/** What Qovery itself says of variables, secrets and aliases. */
const documentation = 'https://www.qovery.com/docs/configuration/environment-variables'

/** For whoever comes for the first time: what an alias is, when one is needed, and what creating one does. */
export const AboutPage = () => (
  <>
    <PageTitle>What an alias is</PageTitle>
    <h1 className="text-title font-semibold">What an alias is</h1>
    <p className="mb-5 max-w-prose text-muted">
      A second name of a secret. It has no value of its own: whatever reads the alias gets the value
      of the secret that it points at, also after that value changes.
    </p>
    <div className="mb-6 max-w-3xl rounded-card border border-line bg-surface p-4">
      <RelationDrawing
        state="made"
        alias={{ name: 'PGPASSWORD', about: 'The name that PostgreSQL’s clients look for' }}
        target={{ name: 'DB_MASTER_PASSWORD', about: 'The name that the secret has' }}
        nothingOverridden="One value, kept once. Change it, and both names have the new one."
      />
    </div>
    <div className="grid max-w-[1120px] gap-x-10 gap-y-6 md:grid-cols-2">
      <Part title="When you need one">
        <ul className="list-disc space-y-1 pl-5">
          <li>A program looks for a name that your secret does not have.</li>
          <li>Two programs want the same value, each under its own name.</li>
          <li>You rename a secret, and something still reads the old name.</li>
        </ul>
      </Part>
      <Part title="What happens when you create one">
        <p>
          Nothing that runs changes. From its next deployment on, each service that sees the alias
          has both names. A restart alone is not enough.
        </p>
        <p>
          The secret stays as it is. Delete it, though, and its aliases go with it: the console
          lists them before.
        </p>
      </Part>
      <Part title="Who sees it">
        <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
          <dt className="font-semibold">Project</dt>
          <dd>every service in all of its environments</dd>
          <dt className="font-semibold">Environment</dt>
          <dd>every service in it</dd>
          <dt className="font-semibold">Service</dt>
          <dd>that service alone</dd>
        </dl>
        <p>
          A narrower place can have its own secret of the same name, which is then used there: it
          overrides the wider one.
        </p>
      </Part>
      {setting.mode === 'sandbox' ? (
        <Part title="Sandbox">
          <p>
            You are in the sandbox: made-up projects, kept on the machine that serves this page.
            Nothing here reaches Qovery, and nothing can break. It answers as Qovery’s API does,
            faults included: create <span className="font-mono">SANDBOX_409</span> to see a refusal.
          </p>
          <p>
            To work with Qovery, start the console with{' '}
            <span className="font-mono wrap-anywhere">QOVERY_API_URL=https://api.qovery.com</span>.
          </p>
        </Part>
      ) : (
        <Part title="Live">
          <p>
            This console is connected to{' '}
            <span translate="no" className="font-mono break-all">
              {setting.upstream}
            </span>
            : what you create, change or delete here is real. Your token stays in this tab’s memory.
          </p>
        </Part>
      )}
    </div>
    <p className="mt-8 flex flex-wrap gap-x-6 gap-y-2">
      <Link className="link" href={createPath}>
        Create an alias
      </Link>
      <a className="link" href={documentation} target="_blank" rel="noreferrer">
        Qovery’s documentation of variables and aliases
      </a>
    </p>
  </>
)

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="min-w-0">
    <h2 className="mb-1 font-semibold">{title}</h2>
    <div className="space-y-2">{children}</div>
  </section>
)
