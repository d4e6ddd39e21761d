import type { FieldError } from 'react-hook-form'
import { cut } from '../ui/cut'
import { FromServer, ProblemText } from './load-runtime'

/** A field's problem in words; where the server found it, with what the server's answer adds. */
export const Problem = ({ error }: { error: FieldError }) => {
  const text = cut(error.message ?? '', 500)
  return (
    <>
      <ProblemText text={text} otherwise={text} />
      {error.type === 'server' && <FromServer />}
    </>
  )
}
