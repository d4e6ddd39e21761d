import { useEffect, useState } from 'react'
import { useMissing } from '../data/lazy-code'
import { PageTitle } from './page-title'
import { Button } from '../ui/button'

// Milliseconds after which a page is late for another reason than its size.
const late = 4000

/** Stands where a page will be once its code is there. Where that is missing, MissingCode says why. */
export const Loading = () => {
  const [isLate, setLate] = useState(false)
  const isMissing = useMissing() !== undefined
  useEffect(() => {
    const timer = setTimeout(setLate, late, true)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status" className="grid gap-3 text-muted">
      <PageTitle>Loading</PageTitle>
      {isLate || isMissing ? (
        <>
          <h1>Not loaded yet</h1>
          Nothing was changed.
          {!isMissing && (
            <div>
              <Button onClick={() => location.reload()}>Reload</Button>
            </div>
          )}
        </>
      ) : (
        'Loading…'
      )}
    </div>
  )
}
