import '../ui/app.css'
import { projectOwner } from '../../qovery/owner'
import { bulkPath } from '../../rules/page-paths'
import { ChooseProject } from '../choose-project/choose-project'

const hrefOf = (projectId: string) => bulkPath(projectOwner(projectId))

/** Asks for the project in which many aliases are made. */
export const ChooseProjectPage = () => (
  <ChooseProject
    title="Choose a project"
    purpose="Create many aliases in it at once. Nothing is sent before you have seen the plan."
    hrefOf={hrefOf}
  />
)
