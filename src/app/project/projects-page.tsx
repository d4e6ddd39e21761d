import '../ui/app.css'
import { projectOwner } from '../../qovery/owner'
import { ownerPath } from '../../rules/page-paths'
import { ChooseProject } from '../choose-project/choose-project'

/** Asks for the project whose secrets are shown. */
export const ProjectsPage = () => (
  <ChooseProject
    title="Choose a project"
    purpose="Its secrets, their aliases and what they override."
    hrefOf={(projectId) => ownerPath(projectOwner(projectId))}
  />
)
