import { lazy, Suspense } from 'react'
import type { FieldError } from 'react-hook-form'
import { untilLoaded } from '../until-loaded'
import { onceBegun } from './load-late'

const FromServer = lazy(async () => ({ default: (await untilLoaded(onceBegun)).FromServer }))

/** A field's problem in words; where the server found it, with what the server's answer adds. */
export const Problem = ({ error }: { error: FieldError }) => (
  <>
    {error.message}
    {error.type === 'server' && (
      <Suspense>
        <FromServer />
      </Suspense>
    )}
  </>
)
