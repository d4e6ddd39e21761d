import { useMemo } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { createPath, readPath } from '../../rules/page-paths'
import { CreateAliasPage } from '../create/create-alias-page'
import { lazyCode } from '../data/lazy-code'
import { lazyPart } from '../data/lazy-part'
import { Loading } from '../page/loading'

// Pages that are no form: each is asked for when it is opened.
const SecretPage = lazyPart(
  lazyCode(() => import('../secret/secret-page')),
  (code) => code.SecretPage,
)
const ProjectPage = lazyPart(
  lazyCode(() => import('../project/project-page')),
  (code) => code.ProjectPage,
)
const ProjectsPage = lazyPart(
  lazyCode(() => import('../project/projects-page')),
  (code) => code.ProjectsPage,
)
// Many aliases at once are for a few visits: nothing of them loads with the form.
const BulkPage = lazyPart(
  lazyCode(() => import('../bulk/bulk-page')),
  (code) => code.BulkPage,
)
const ChooseProjectPage = lazyPart(
  lazyCode(() => import('../bulk/choose-project-page')),
  (code) => code.ChooseProjectPage,
)
const HistoryPage = lazyPart(
  lazyCode(() => import('../history/history-page')),
  (code) => code.HistoryPage,
)
const AboutPage = lazyPart(
  lazyCode(() => import('../about/about-page')),
  (code) => code.AboutPage,
)
const NotFoundPage = lazyPart(
  lazyCode(() => import('./not-found-page')),
  (code) => code.NotFoundPage,
)

export const Routes = () => (
  <Switch>
    {/* No boundary around the form: what stands in one is hydrated after what does not. */}
    <Route path={createPath} component={CreateAliasPage} />
    <Route>
      <OtherPage />
    </Route>
  </Switch>
)

const loading = <Loading />

const OtherPage = () => {
  const [path] = useLocation()
  // The same owner as long as the path is.
  const page = useMemo(() => readPath(path), [path])
  switch (page?.name) {
    case 'choose project':
      return <ProjectsPage otherwise={loading} />
    case 'choose project for bulk':
      return <ChooseProjectPage otherwise={loading} />
    case 'history':
      return <HistoryPage otherwise={loading} />
    case 'about':
      return <AboutPage otherwise={loading} />
    case 'secrets':
      return <ProjectPage key={page.owner.id} owner={page.owner} otherwise={loading} />
    case 'secret':
      return (
        <SecretPage
          key={page.secretId}
          owner={page.owner}
          secretId={page.secretId}
          otherwise={loading}
        />
      )
    case 'bulk':
      return <BulkPage key={page.owner.id} owner={page.owner} otherwise={loading} />
    default:
      return <NotFoundPage otherwise={loading} />
  }
}
