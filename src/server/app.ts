import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { createApi, type ApiOptions } from './api'
import type { Assets } from './assets'
import { crashReport } from './crash-report'
import { notStored } from './headers'
import type { IndexPages } from './index-page'
import { createPages } from './pages'

interface AppOptions extends ApiOptions {
  /** Put on every response. */
  headers: Readonly<Record<string, string>>
  /** Undefined while Vite serves the page itself. */
  page: { assets: Assets; index: IndexPages } | undefined
}

/** The whole server as a function of a request, but for what only the raw request shows: see the listener. */
export const createApp = ({ headers, page, ...api }: AppOptions) => {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value)
    if (!context.res.headers.has('cache-control')) {
      context.res.headers.set('cache-control', notStored)
    }
  })
  app.all('/api/*', createApi(api))
  if (page !== undefined) app.all('*', createPages(page.assets, page.index))
  app.notFound((context) => context.text('There is nothing at this address.', 404))
  app.onError((error, context) => {
    api.log(crashReport(error))
    return context.text('The console’s server failed.', 500)
  })
  return app
}
