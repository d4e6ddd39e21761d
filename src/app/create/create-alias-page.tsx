import { Suspense, useEffect, useRef } from 'react'
import { useForm, type Resolver } from 'react-hook-form'
import { useSearch } from 'wouter'
import { findId } from '../../rules/console-link'
import { mayHaveEntries } from '../operations/use-needed'
import { PageTitle } from '../page/page-title'
import { AliasForm } from './alias-form'
import { AliasFormContext } from './alias-form-context'
import { draft, openingValues } from './draft'
import { emptyForm, formFields, type FormValues } from './form-values'
import { beginNext, formRuntime, loadRuntime, OutcomePanel } from './load-runtime'

const resolver: Resolver<FormValues> = async (...asked) => {
  const runtime = await formRuntime.get()
  return runtime.resolver(...asked)
}

// Prerendered, and hydrated once its code is there. Always the same element, so that nothing asks for it before.
const outcome = (
  <Suspense>
    <OutcomePanel />
  </Suspense>
)

export const CreateAliasPage = () => {
  const form = useForm<FormValues>({ resolver, mode: 'onTouched', defaultValues: emptyForm })

  // The page is prerendered with an empty form. The address fills it once, and the draft where the address is silent;
  // what was typed before this code was there is newer than both.
  useEffect(() => {
    const opening = openingValues(location.search, draft.read())
    for (const field of formFields) {
      const typed = form.getValues(field)
      const value = typed === emptyForm[field] ? opening[field] : typed
      if (value !== emptyForm[field]) form.setValue(field, value)
    }
    // What an address holds is judged as if it had been typed and left.
    for (const field of ['project', 'secret'] as const) {
      const text = form.getValues(field)
      if (text !== '' && findId(text, field) === undefined) void form.trigger(field)
    }
    const isTouched = formFields.some((field) => form.getValues(field) !== emptyForm[field])
    // What was sent before may have come to something that the form has to show.
    if (isTouched || mayHaveEntries()) loadRuntime()
    else whenIdle(loadRuntime)
    if (location.search !== '') {
      draft.write(form.getValues())
      history.replaceState(history.state, '', location.pathname)
    }
    return form.subscribe({
      formState: { values: true },
      callback: ({ values, type }) => {
        draft.write(values)
        // What the form sets itself, as after an alias was created, has no type.
        if (type === 'change') beginNext()
      },
    })
  }, [form])

  // A link that leads here while the page is open fills the form in as well.
  const search = useSearch()
  const isFilled = useRef(false)
  useEffect(() => {
    const isLater = isFilled.current
    isFilled.current = true
    if (!isLater || search === '') return
    const values = openingValues(search, form.getValues())
    for (const field of formFields) form.setValue(field, values[field])
    draft.write(values)
    history.replaceState(history.state, '', location.pathname)
  }, [search, form])

  return (
    <>
      <PageTitle>Create an alias</PageTitle>
      <AliasFormContext value={form}>
        <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
          <AliasForm />
          {outcome}
        </div>
      </AliasFormContext>
    </>
  )
}

// Safari has no idle callbacks.
const whenIdle = (task: () => void) => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task)
  else setTimeout(task, 200)
}
