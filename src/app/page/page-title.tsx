import { useBulkLabel } from '../data/job-progress'
import { setting } from '../data/setting'

const mode = setting.mode === 'sandbox' ? 'Sandbox' : 'Live'

/** The title of a page, with the mode in it: a tab must say by itself whether it is the real thing. */
export const PageTitle = ({ children }: { children: string }) => {
  const bulk = useBulkLabel()
  // A job goes on while nobody looks at the tab.
  const progress = bulk === 'Bulk' ? '' : `${bulk} · `
  return <title>{`${progress}${children} · ${mode} · Alias Console`}</title>
}
