import { Button } from '../ui/button'
import { setting } from '../data/setting'

const names = { sandbox: 'the sandbox', live: 'live Qovery' }

/** Why a page stopped that must never act in the wrong mode, and how to go on. */
export const OtherMode = () => (
  <>
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
  </>
)
