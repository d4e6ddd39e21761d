import '../app.css'
import { useState, type FormEvent } from 'react'
import { Redirect, useLocation } from 'wouter'
import { findId } from '../../qovery/console-link'
import { PageTitle } from '../page-title'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { lastProject } from '../last-project'

/** Asks for the project, where none was used before. */
export const ChooseProjectPage = () => {
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState('')
  const [last] = useState(() => findId(lastProject.read() ?? '', 'project'))
  const asksAnew = new URLSearchParams(location.search).has('choose')
  if (last !== undefined && !asksAnew) return <Redirect to={`/project/${last}/bulk`} replace />

  const open = (event: FormEvent) => {
    event.preventDefault()
    const id = findId(typed, 'project')
    if (id === undefined)
      setProblem('No ID was found in this. An ID looks like 3c90c3cc-0d44-4b50-8888-8dd25736052a.')
    else navigate(`/project/${id}/bulk`)
  }
  return (
    <form noValidate onSubmit={open} className="grid max-w-[640px] gap-3">
      <PageTitle>Many aliases at once</PageTitle>
      <h1 className="text-title font-semibold">Many aliases at once</h1>
      <Field
        id="project"
        label="Project"
        hint="Its ID, or a link to it in Qovery’s console."
        problem={problem}
        control={(attributes) => (
          <input
            {...attributes}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            className="field-box h-9 font-mono"
          />
        )}
      />
      <div>
        <Button type="submit" kind="primary">
          Open project
        </Button>
      </div>
    </form>
  )
}
