import { useEffect, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { PageTitle } from '../page-title'
import { AliasForm } from './alias-form'
import { draft, openingValues } from './draft'
import type { FormValues } from './form-values'
import { judgeForm } from './judge-form'
import { OutcomePanel } from './outcome-panel'

export const CreateAliasPage = () => {
  const form = useForm<FormValues>({
    resolver: judgeForm,
    mode: 'onTouched',
    defaultValues: openingValues(location.search, draft.read()),
  })
  // The address filled the form once; from here on the draft is what a reload brings back.
  useEffect(() => {
    draft.write(form.getValues())
    if (location.search !== '') history.replaceState(history.state, '', location.pathname)
  }, [form])
  // What was made last makes way for the preview as soon as the next one is begun.
  const [begunNext, setBegunNext] = useState(false)
  return (
    <>
      <PageTitle>Create an alias</PageTitle>
      <FormProvider {...form}>
        <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
          <AliasForm onType={() => setBegunNext(true)} onSubmit={() => setBegunNext(false)} />
          <OutcomePanel begunNext={begunNext} />
        </div>
      </FormProvider>
    </>
  )
}
