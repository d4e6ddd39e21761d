import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { CreateAliasPage } from './create-alias/create-alias-page'

const loadAlias = import('./alias/alias-page')
const AliasPage = lazy(async () => ({ default: (await loadAlias).AliasPage }))
// Many aliases at once are for a few visits: nothing of them loads with the form.
const BulkPage = lazy(async () => ({ default: (await import('./bulk/bulk-page')).BulkPage }))
const ChooseProjectPage = lazy(async () => ({
  default: (await import('./bulk/choose-project-page')).ChooseProjectPage,
}))
const NotFoundPage = lazy(async () => ({
  default: (await import('./not-found-page')).NotFoundPage,
}))

export const Routes = () => (
  <Suspense fallback={<p className="text-muted">Loading…</p>}>
    <Switch>
      <Route path="/" component={CreateAliasPage} />
      <Route path="/project/:projectId/secret/:aliasId">
        {({ projectId, aliasId }) => (
          <AliasPage key={aliasId} projectId={projectId} aliasId={aliasId} />
        )}
      </Route>
      <Route path="/bulk" component={ChooseProjectPage} />
      <Route path="/project/:projectId/bulk">
        {({ projectId }) => <BulkPage key={projectId} projectId={projectId.toLowerCase()} />}
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  </Suspense>
)
