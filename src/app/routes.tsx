import { lazy, Suspense, type ComponentType } from 'react'
import { Route, Switch } from 'wouter'
import { CreateAliasPage } from './create-alias/create-alias-page'
import { Loading } from './loading'
import { untilLoaded } from './until-loaded'

const page = <Props,>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await untilLoaded(load) }))

// Pages that are no form: each is asked for when it is opened.
const SecretPage = page(async () => (await import('./secret/secret-page')).SecretPage)
const ProjectPage = page(async () => (await import('./secrets/project-page')).ProjectPage)
const ProjectsPage = page(async () => (await import('./secrets/projects-page')).ProjectsPage)
// Many aliases at once are for a few visits: nothing of them loads with the form.
const BulkPage = page(async () => (await import('./bulk/bulk-page')).BulkPage)
const ChooseProjectPage = page(
  async () => (await import('./bulk/choose-project-page')).ChooseProjectPage,
)
const NotFoundPage = page(async () => (await import('./not-found-page')).NotFoundPage)

export const Routes = () => (
  <Switch>
    {/* No boundary around the form: what stands in one is taken up after what does not. */}
    <Route path="/" component={CreateAliasPage} />
    <Route>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/project" component={ProjectsPage} />
          <Route path="/project/:projectId">
            {({ projectId }) => <ProjectPage key={projectId} projectId={projectId} />}
          </Route>
          <Route path="/project/:projectId/secret/:secretId">
            {({ projectId, secretId }) => (
              <SecretPage key={secretId} projectId={projectId} secretId={secretId} />
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
