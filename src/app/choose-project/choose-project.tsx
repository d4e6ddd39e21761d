import { PageTitle } from '../page/page-title'
import { OpenById } from './open-by-id'
import { ProjectLinks } from './project-links'

interface ChooseProjectProps {
  title: string
  /** What the project is chosen for, in a sentence. */
  purpose: string
  /** Where a project leads to, by its id. */
  hrefOf: (projectId: string) => string
}

/** Asks for the project that a page is about: from the list of those that can be seen, or by its id. */
export const ChooseProject = ({ title, purpose, hrefOf }: ChooseProjectProps) => (
  <>
    <PageTitle>{title}</PageTitle>
    <h1 className="text-title font-semibold">{title}</h1>
    <p className="mb-4 text-muted">{purpose}</p>
    <OpenById hrefOf={hrefOf} />
    {/* Below all else: it comes later, and moves nothing. */}
    <ProjectLinks hrefOf={hrefOf} />
  </>
)
