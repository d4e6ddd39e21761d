import '../ui/app.css'
import { useState } from 'react'
import { Redirect, useSearch } from 'wouter'
import { findId } from '../../rules/console-link'
import { projectOwner } from '../../qovery/owner'
import { bulkPath } from '../../rules/page-paths'
import { ChooseProject } from '../choose-project/choose-project'
import { lastProject } from '../queries/last-project'

const hrefOf = (projectId: string) => bulkPath(projectOwner(projectId))

/** Asks for the project in which many aliases are made, where none was used before or another one is wanted. */
export const ChooseProjectPage = () => {
  const [last] = useState(() => findId(lastProject.read() ?? '', 'project'))
  const asksAnew = new URLSearchParams(useSearch()).has('choose')
  if (last !== undefined && !asksAnew) return <Redirect to={hrefOf(last)} replace />
  return (
    <ChooseProject
      title="Choose a project"
      purpose="Create many aliases in it at once. Nothing is sent before you have seen the plan."
      hrefOf={hrefOf}
    />
  )
}
