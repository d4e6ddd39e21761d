import { memo, useState } from 'react'
import type { Owner } from '../../qovery/owner'
import { browserClock } from '../data/clock'
import { lazyCode } from '../data/lazy-code'
import { saveFile } from '../data/save-file'
import { useOwnerChain } from '../owner/owner-chain'
import type { Row } from '../relations/rows'

const lazyWriter = lazyCode(() => import('./write-list'))

interface SaveListProps {
  owner: Owner
  rows: readonly Row[]
}

/** Saves the rows that are shown as a file for spreadsheets. */
export const SaveList = memo(({ owner, rows }: SaveListProps) => {
  const name = useOwnerChain(owner).at(-1)?.name ?? ''
  const [problem, setProblem] = useState('')
  const save = async () => {
    setProblem('')
    try {
      const { writeList } = await lazyWriter.soon()
      const text = writeList(rows.flatMap(({ context, related }) => (context ? [] : related)))
      saveFile(fileName(name), text, 'text/csv')
    } catch {
      setProblem('Not saved: a part of this page is missing. Try again.')
    }
  }
  return (
    <>
      {problem !== '' && (
        <span role="alert" className="text-danger">
          {problem}
        </span>
      )}
      <button type="button" className="link min-h-6 max-sm:min-h-10" onClick={() => void save()}>
        Download CSV
      </button>
    </>
  )
})

// What no file system takes amiss.
const fileName = (name: string) => {
  const day = new Date(browserClock.now()).toISOString().slice(0, 10)
  const plain = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)
  return `${plain === '' || plain === '-' ? 'secrets' : plain}-${day}.csv`
}
