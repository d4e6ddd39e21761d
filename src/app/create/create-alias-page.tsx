import { lazy, Suspense, useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { mayHaveEntries } from '../operations/use-needed'
import { PageTitle } from '../page/page-title'
import { AliasForm } from './alias-form'
import { AliasFormContext } from './alias-form-context'
import { draft, openingValues } from './draft'
import { emptyForm, formFields, type FormValues } from './form-values'
import { judgeForm } from './judge-form'
import { loadLate, onceInUse } from './load-late'

// Prerendered, and alive once there is something to preview. Always the same element, so that nothing above it asks
// React to draw it anew before its code is there.
const OutcomePanel = lazy(async () => ({ default: (await onceInUse()).OutcomePanel }))
const outcome = (
  <Suspense>
    <OutcomePanel />
  </Suspense>
)

// The same for the form: to say that it is ready, its library draws this page twice.
const aliasForm = <AliasForm />

export const CreateAliasPage = () => {
  const form = useForm<FormValues>({
    resolver: judgeForm,
    mode: 'onTouched',
    defaultValues: emptyForm,
  })
  // The page is prerendered with an empty form. The address fills it once, and the draft where the address is silent;
  // what was typed before this code was there is newer than both.
  useEffect(() => {
    const opening = openingValues(location.search, draft.read())
    for (const field of formFields) {
      const empty = emptyForm[field]
      if (opening[field] !== empty && form.getValues(field) === empty) {
        form.setValue(field, opening[field])
      }
    }
    // What was sent before may have come to something that the form has to show.
    if (mayHaveEntries() || formFields.some((field) => form.getValues(field) !== emptyForm[field]))
      loadLate()
    if (location.search === '') return
    draft.write(form.getValues())
    history.replaceState(history.state, '', location.pathname)
  }, [form])
  return (
    <>
      <PageTitle>Create an alias</PageTitle>
      <AliasFormContext value={form}>
        <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
          {aliasForm}
          {outcome}
        </div>
      </AliasFormContext>
    </>
  )
}
