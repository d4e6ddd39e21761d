import { Suspense, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import {
  bulkPath,
  chooseBulkPath,
  createPath,
  historyPath,
  ownerPath,
  projectsPath,
  readPath,
} from '../../rules/page-paths'
import { useBulkLabel, useJobs } from '../data/job-progress'
import { lazyCode } from '../data/lazy-code'
import { lazyPart } from '../data/lazy-part'
import { useLastOwner } from '../queries/last-owner'
import { MissingCode } from './missing-code'
import { OperationNotices } from '../operations/operation-notices'
import { ModeBadge } from '../sign-in/mode-badge'
import { PaletteOpener } from './palette-opener'
import { ThemeSwitch } from './theme-switch'
import { Logo } from '../ui/logo'

const OnceDrawn = lazyPart(
  lazyCode(() => import('./once-drawn')),
  (code) => code.OnceDrawn,
)

const JobsEnded = lazyPart(
  lazyCode(() => import('./jobs-ended')),
  (code) => code.JobsEnded,
)

export const Layout = ({ children }: { children: ReactNode }) => {
  const [path] = useLocation()
  // By its address, and so from the start: nothing moves when a list comes.
  const width = readPath(path)?.name === 'secrets' ? '[--page:1680px]' : '[--page:1120px]'
  return (
    <div className={`min-h-dvh ${width}`}>
      <a
        href="#content"
        className="absolute top-2 left-2 z-20 -translate-y-20 rounded-small bg-accent px-3 py-1.5 font-semibold text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      {/* Drawn with the page, and alive after the form: a boundary of its own is hydrated later. */}
      <Suspense>
        <header className="z-10 border-b border-line bg-surface sm:sticky sm:top-0">
          <div className="mx-auto flex min-h-12 max-w-[1680px] flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 py-1.5 sm:px-6 lg:gap-x-6">
            <Link
              href={createPath}
              className="flex items-center gap-2 rounded-small font-semibold max-sm:-order-1 max-sm:mr-auto"
            >
              <Logo />
              Alias Console
            </Link>
            {/* A line of its own on a phone. */}
            <div className="order-last flex w-full items-center justify-between sm:contents">
              <nav aria-label="Pages" className="flex flex-wrap gap-x-4 sm:max-lg:ml-3">
                <Pages />
              </nav>
              <PaletteOpener />
              <OnceDrawn />
            </div>
            <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 max-sm:contents">
              <ModeBadge />
              <ThemeSwitch />
            </div>
          </div>
        </header>
      </Suspense>
      <main id="content" tabIndex={-1} className="mx-auto max-w-(--page) px-4 py-6 sm:px-6 sm:py-8">
        <MissingCode />
        <OperationNotices />
        <EndedJobs />
        {children}
      </main>
    </div>
  )
}

// What a job came to is told until its report is on the screen.
const EndedJobs = () => {
  const jobs = useJobs().filter(({ end }) => end !== null)
  return jobs.length > 0 && <JobsEnded jobs={jobs} />
}

const Pages = () => {
  const [path] = useLocation()
  const owner = useLastOwner()
  const page = readPath(path)?.name
  const bulk = useBulkLabel()
  const bulkHref = owner === undefined ? chooseBulkPath : bulkPath(owner)
  return (
    <>
      <Page href={createPath} label="Create" here={page === 'create'} />
      <Page
        href={owner === undefined ? projectsPath : ownerPath(owner)}
        label="Secrets"
        here={page === 'choose project' || page === 'secrets' || page === 'secret'}
      />
      <Page
        href={bulkHref}
        label="Bulk"
        here={page === 'choose project for bulk' || page === 'bulk'}
      />
      <Page href={historyPath} label="History" here={page === 'history'} />
      {/* Behind the others, which it would move. */}
      {bulk !== 'Bulk' && <Page href={bulkHref} label={bulk} here={false} />}
    </>
  )
}

const Page = ({ href, label, here }: { href: string; label: string; here: boolean }) => (
  <Link
    href={href}
    {...(here ? { 'aria-current': 'page' } : {})}
    className="inline-block rounded-small py-1 text-muted tabular-nums hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink"
  >
    {label}
  </Link>
)
