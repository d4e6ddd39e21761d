import { useState } from 'react'
import { useLocation } from 'wouter'
import { findId } from '../../rules/console-link'
import { Button } from '../ui/button'
import { exactText } from '../ui/exact-text'
import { Field } from '../ui/field'
import { focusRefused } from '../ui/focus-refused'
import { Form } from '../ui/form'

/** For a project whose id or link somebody has: it need not be in any list. */
export const OpenById = ({ hrefOf }: { hrefOf: (projectId: string) => string }) => {
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState('')
  const open = () => {
    const id = findId(typed, 'project')
    if (id === undefined) {
      setProblem('No ID was found in this. An ID looks like 3c90c3cc-0d44-4b50-8888-8dd25736052a.')
      focusRefused('project')
    } else navigate(hrefOf(id))
  }
  return (
    <Form onSubmit={open} className="mb-6 max-w-[640px]">
      <Field
        id="project"
        label="Project"
        hint="Its ID, or a link to it in Qovery’s console."
        problem={problem}
        control={(attributes) => (
          <div className="flex gap-2">
            <input
              {...attributes}
              data-search
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              {...exactText}
              className="field-box h-9 min-w-0 grow font-mono text-small"
            />
            <div className="grid shrink-0">
              <Button type="submit">Open project</Button>
            </div>
          </div>
        )}
      />
    </Form>
  )
}
