import { PageTitle } from '../page-title'
import { Button } from '../ui/button'
import { setting } from './setting'

const names = { sandbox: 'the sandbox', live: 'live Qovery' }

/** Said in the place of everything: a page must never act in the wrong mode. */
export const OtherMode = () => (
  <div role="alert">
    <PageTitle>Stopped</PageTitle>
    <h1 className="mb-2 text-title font-semibold">
      This page and its server do not belong together
    </h1>
    <p className="max-w-prose text-muted">
      The page was opened for {names[setting.mode]}, and the server now answers for{' '}
      {names[setting.mode === 'live' ? 'sandbox' : 'live']}. The page has stopped, so that nothing
      is created in the wrong place. Reload to go on; what you typed is kept.
    </p>
    <p className="mt-4">
      <Button kind="primary" onClick={() => location.reload()}>
        Reload
      </Button>
    </p>
  </div>
)
