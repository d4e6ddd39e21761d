import { useAliasForm } from './alias-form-context'

const exampleId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

/** The documentation's own example, for somebody who has no id at hand. */
export const Example = () => {
  const { setValue, setFocus } = useAliasForm()
  const fill = () => {
    setValue('project', exampleId, { shouldValidate: true })
    setValue('where', '')
    setValue('secret', exampleId, { shouldValidate: true })
    // What is left to do is read out there, with names to choose from.
    setFocus('key')
  }
  return (
    <button type="button" className="link" onClick={fill}>
      Fill in an example
    </button>
  )
}
