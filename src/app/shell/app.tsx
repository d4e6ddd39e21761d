import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { CrashBoundary } from './crash-boundary'
import { Layout } from './layout'
import { queryClient } from '../queries/queries'
import { Routes } from './routes'
import { SessionGate } from '../sign-in/session-gate'

/** The whole console, the same in a browser and where its first page is prerendered. */
export const App = () => (
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Layout>
        <CrashBoundary>
          <SessionGate>
            <Routes />
          </SessionGate>
        </CrashBoundary>
      </Layout>
    </QueryClientProvider>
  </StrictMode>
)
