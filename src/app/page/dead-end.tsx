import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { createPath } from '../../rules/page-paths'
import { PageTitle } from './page-title'

interface DeadEndProps {
  title: string
  children: ReactNode
  /** Where to go from here; the form where it is left out. */
  way?: { href: string; label: string }
}

const form = { href: createPath, label: 'Back to the form' }

/** A page that cannot show what its address names: says so, and leads on. */
export const DeadEnd = ({ title, children, way = form }: DeadEndProps) => (
  <>
    <PageTitle>{title}</PageTitle>
    <h1 className="mb-2 text-title font-semibold">{title}</h1>
    <div className="max-w-prose text-muted">{children}</div>
    <p className="mt-4">
      <Link className="link" href={way.href}>
        {way.label}
      </Link>
    </p>
  </>
)
