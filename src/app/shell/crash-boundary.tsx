import { Component, type ReactNode } from 'react'
import { createPath } from '../../rules/page-paths'
import { PageTitle } from '../page/page-title'
import { Button } from '../ui/button'

/** Stands between a fault of ours and a blank page. React offers this to classes only. */
export class CrashBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false }

  static getDerivedStateFromError() {
    return { crashed: true }
  }

  override render() {
    if (!this.state.crashed) return this.props.children
    return (
      <div role="alert">
        <PageTitle>This page broke</PageTitle>
        <h1 className="mb-2 text-title font-semibold">This page broke</h1>
        <p className="max-w-prose text-muted">
          The fault is in the console, not in what you did. What you typed is kept. If anything was
          being sent, reloading reads the list and says what became of it.
        </p>
        <p className="mt-4 flex gap-2">
          <Button kind="primary" onClick={() => location.reload()}>
            Reload
          </Button>
          <Button onClick={() => location.assign(createPath)}>Back to the form</Button>
        </p>
      </div>
    )
  }
}
