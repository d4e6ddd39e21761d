import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { CreateAliasPage } from './create-alias/create-alias-page'

const loadAlias = import('./alias/alias-page')
const AliasPage = lazy(async () => ({ default: (await loadAlias).AliasPage }))
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
      <Route component={NotFoundPage} />
    </Switch>
  </Suspense>
)
