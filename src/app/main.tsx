import './app.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { CrashBoundary } from './crash-boundary'
import { SubmissionProvider } from './create-alias/submission-provider'
import { Layout } from './layout'
import { queryClient } from './queries'
import { Routes } from './routes'
import { SessionGate } from './session/session-gate'
import { restoreTheme } from './theme-switch'

restoreTheme()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Layout>
        <CrashBoundary>
          <SubmissionProvider>
            <SessionGate>
              <Routes />
            </SessionGate>
          </SubmissionProvider>
        </CrashBoundary>
      </Layout>
    </QueryClientProvider>
  </StrictMode>,
)
