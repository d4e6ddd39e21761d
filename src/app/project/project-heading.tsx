import { useMemo } from 'react'
import { Link } from 'wouter'
import type { Owner } from '../../qovery/owner'
import type { Secret } from '../../qovery/schema'
import { bulkPath, createIn } from '../../rules/page-paths'
import { cut } from '../ui/cut'
import { countsOf, type Relations } from '../relations/relate'
import { counted, grouped } from '../ui/count'

interface ProjectHeadingProps {
  owner: Owner
  name: string
  /** Undefined while the list is being read; the line for the counts is there from the start. */
  relations: Relations | undefined
  /** Tells what is counted; all of them where absent. */
  isCounted: ((secret: Secret) => boolean) | undefined
  /** How many entries of the list could not be read. */
  unread: number
}

export const ProjectHeading = ({
  owner,
  name,
  relations,
  isCounted,
  unread,
}: ProjectHeadingProps) => {
  const counts = useMemo(() => relations && countsOf(relations, isCounted), [relations, isCounted])
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div className="flex min-w-0 flex-wrap items-end gap-x-4">
        <h1 className="text-title font-semibold break-words">
          <bdi translate="no">{cut(name)}</bdi>
        </h1>
        <p className="min-h-5 pb-0.5 text-muted tabular-nums">
          {counts &&
            [
              counted(counts.secrets, 'secret', 'secrets'),
              counted(counts.aliases, 'alias', 'aliases'),
              ...(counts.orphans === 0 ? [] : [counted(counts.orphans, 'orphan', 'orphans')]),
              ...(unread === 0 ? [] : [`${grouped(unread)} unreadable`]),
            ].join(' · ')}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {owner.kind !== 'project' && (
          <>
            <Link href={bulkPath(owner)} className="link inline-block min-h-6">
              Bulk here
            </Link>
            <Link href={`${bulkPath(owner)}?copy`} className="link inline-block min-h-6">
              Copy aliases to…
            </Link>
          </>
        )}
        <Link
          href={createIn(owner)}
          className="inline-flex min-h-8 items-center rounded-small border border-transparent bg-accent px-3 font-semibold text-on-accent hover:bg-accent-strong"
        >
          Create alias
        </Link>
      </div>
    </div>
  )
}
