import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'

const schema = z.object({
  project: z.string().check(z.uuid('The project’s ID is needed.')),
  secret: z.string().check(z.uuid('The secret’s ID is needed.')),
  key: z.string().check(z.minLength(1, 'A key is needed.')),
  description: z.string().check(z.maxLength(255, 'At most 255 characters.')),
  interpolation: z.boolean(),
})

type Values = z.infer<typeof schema>

const created = z.object({ id: z.string(), key: z.string() })

const createAlias = async ({ project, secret, key, description, interpolation }: Values) => {
  const answer = await fetch(`/api/project/${project}/secret/${secret}/alias`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key, description, enable_interpolation_in_file: interpolation }),
  })
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`)
  return z.parse(created, await answer.json())
}

/** The least that the prescribed libraries cost: what the console's first load is measured against. */
export const FloorForm = () => {
  const { register, handleSubmit, formState } = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: { project: '', secret: '', key: '', description: '', interpolation: false },
  })
  const { mutate, data, error, isPending } = useMutation({ mutationFn: createAlias })
  const { errors } = formState
  const box = 'h-9 w-full rounded-lg border border-slate-500 bg-white px-3'
  return (
    <main className="mx-auto grid max-w-5xl gap-4 px-6 py-8 text-sm text-slate-900">
      <h1 className="text-xl font-semibold">Create an alias</h1>
      <form
        noValidate
        onSubmit={(event) => void handleSubmit((values) => mutate(values))(event)}
        className="grid gap-3"
      >
        <Labelled name="Project" problem={errors.project?.message}>
          <input {...register('project')} className={box} />
        </Labelled>
        <Labelled name="Secret" problem={errors.secret?.message}>
          <input {...register('secret')} className={box} />
        </Labelled>
        <Labelled name="Key" problem={errors.key?.message}>
          <input {...register('key')} className={box} />
        </Labelled>
        <Labelled name="Description" problem={errors.description?.message}>
          <textarea {...register('description')} rows={2} className={`${box} h-14`} />
        </Labelled>
        <label className="flex items-center gap-2 font-semibold">
          <input type="checkbox" {...register('interpolation')} />
          Enable interpolation in file
        </label>
        <button
          type="submit"
          disabled={isPending}
          className="w-32 rounded-md bg-indigo-600 py-1.5 font-semibold text-white"
        >
          Create alias
        </button>
      </form>
      {error !== null && <p role="alert">{error.message}</p>}
      {data !== undefined && (
        <section aria-label="Result">
          {data.key} {data.id}
        </section>
      )}
    </main>
  )
}

interface LabelledProps {
  name: string
  problem: string | undefined
  children: ReactNode
}

const Labelled = ({ name, problem, children }: LabelledProps) => (
  <label className="grid gap-1 font-semibold">
    {name}
    {children}
    <span className="min-h-5 text-red-700">{problem}</span>
  </label>
)
