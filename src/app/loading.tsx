import { useEffect, useState } from 'react'
import { PageTitle } from './page-title'
import { Button } from './ui/button'

// Milliseconds after which a page is late for another reason than its size.
const late = 4000

/** Stands where a page will be once its code is there. It is asked for until it comes; after an update it never does. */
export const Loading = () => {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(setLate, late, true)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status" className="grid gap-3 text-muted">
      <PageTitle>Loading</PageTitle>
      {isLate ? (
        <>
          <h1>Not loaded yet</h1>
          This page could not be loaded, and is asked for again. Nothing was changed. If the console
          was updated meanwhile, reload it.
          <div>
            <Button onClick={() => location.reload()}>Reload</Button>
          </div>
        </>
      ) : (
        'Loading…'
      )}
    </div>
  )
}
