import { Suspense } from 'react'
import type { FieldError } from 'react-hook-form'
import { lazyPart } from '../data/lazy-code'
import { onceBegun } from './load-late'
import { cut } from '../ui/cut'

const FromServer = lazyPart(onceBegun, (code) => code.FromServer)

/** A field's problem in words; where the server found it, with what the server's answer adds. */
export const Problem = ({ error }: { error: FieldError }) => (
  <>
    {cut(error.message ?? '', 500)}
    {error.type === 'server' && (
      <Suspense>
        <FromServer />
      </Suspense>
    )}
  </>
)
