import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { CreateAliasPage } from '../create/create-alias-page'
import { lazyCode, lazyPart } from '../data/lazy-code'
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
const NotFoundPage = lazyPart(
  lazyCode(() => import('./not-found-page')),
  (code) => code.NotFoundPage,
)

export const Routes = () => (
  <Switch>
    {/* No boundary around the form: what stands in one is hydrated after what does not. */}
    <Route path="/" component={CreateAliasPage} />
    <Route>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/project" component={ProjectsPage} />
          {/* Ids are in lower case everywhere; whoever writes an address may write them otherwise. */}
          <Route path="/project/:projectId">
            {({ projectId }) => <ProjectPage key={projectId} projectId={projectId.toLowerCase()} />}
          </Route>
          <Route path="/project/:projectId/secret/:secretId">
            {({ projectId, secretId }) => (
              <SecretPage
                key={secretId}
                projectId={projectId.toLowerCase()}
                secretId={secretId.toLowerCase()}
              />
            )}
          </Route>
          <Route path="/bulk" component={ChooseProjectPage} />
          <Route path="/project/:projectId/bulk">
            {({ projectId }) => <BulkPage key={projectId} projectId={projectId.toLowerCase()} />}
          </Route>
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </Route>
  </Switch>
)
