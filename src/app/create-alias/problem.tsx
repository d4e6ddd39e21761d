import { Suspense } from 'react'
import type { FieldError } from 'react-hook-form'
import { lazyPart } from '../lazy-code'
import { onceBegun } from './load-late'

const FromServer = lazyPart(onceBegun, (code) => code.FromServer)

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
