import '../ui/app.css'
import { Link } from 'wouter'
import { createPath } from '../../rules/page-paths'
import { PageTitle } from '../page/page-title'

export const NotFoundPage = () => (
  <>
    <PageTitle>No such page</PageTitle>
    <h1 className="mb-2 text-title font-semibold">No such page</h1>
    <p className="text-muted">
      This address leads nowhere. Nothing was created or changed, and what you typed in the form is
      kept.
    </p>
    <p className="mt-4">
      <Link className="link" href={createPath}>
        Back to the form
      </Link>
    </p>
  </>
)
