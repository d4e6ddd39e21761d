import { useCallback, useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { PageTitle } from '../page-title'
import { AliasForm } from './alias-form'
import { AliasFormContext } from './alias-form-context'
import { draft, openingValues } from './draft'
import { emptyForm, formFields, type FormValues } from './form-values'
import { judgeForm } from './judge-form'
import { loadLate } from './load-late'
import { OutcomePanel } from './outcome-panel'

export const CreateAliasPage = () => {
  const form = useForm<FormValues>({
    resolver: judgeForm,
    mode: 'onTouched',
    defaultValues: emptyForm,
  })
  // The page is drawn ahead with an empty form. The address fills it once, and the draft where the address is silent;
  // what was typed before this code was there is newer than both.
  useEffect(() => {
    const opening = openingValues(location.search, draft.read())
    for (const field of formFields) {
      const empty = emptyForm[field]
      if (opening[field] !== empty && form.getValues(field) === empty) {
        form.setValue(field, opening[field])
      }
    }
    if (formFields.some((field) => form.getValues(field) !== emptyForm[field])) loadLate()
    draft.write(form.getValues())
    if (location.search !== '') history.replaceState(history.state, '', location.pathname)
  }, [form])
  // What was made last makes way for the preview as soon as the next one is begun.
  const [begunNext, setBegunNext] = useState(false)
  const begin = useCallback(() => setBegunNext(true), [])
  return (
    <>
      <PageTitle>Create an alias</PageTitle>
      <AliasFormContext value={form}>
        <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
          <AliasForm onType={begin} onSubmit={() => setBegunNext(false)} />
          <OutcomePanel begunNext={begunNext} />
        </div>
      </AliasFormContext>
    </>
  )
}
