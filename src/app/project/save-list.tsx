import { memo, useState } from 'react'
import type { Owner } from '../../qovery/owner'
import { browserClock } from '../data/clock'
import { lazyCode } from '../data/lazy-code'
import { saveFile } from '../data/save-file'
import { useOwnerChain } from '../owner/owner-chain'
import type { Related } from '../relations/relate'
import type { Row } from '../relations/rows'
import { Button } from '../ui/button'

const lazyWriter = lazyCode(() => import('./write-list'))

/** Saves rows as a file for spreadsheets. @returns what does, and what to say where it could not */
const useSave = (owner: Owner) => {
  const name = useOwnerChain(owner).at(-1)?.name ?? ''
  const [problem, setProblem] = useState('')
  const save = async (rows: readonly Related[]) => {
    setProblem('')
    try {
      const { writeList } = await lazyWriter.soon()
      saveFile(fileName(name), writeList(rows), 'text/csv')
    } catch {
      setProblem('Not saved: a part of this page is missing. Try again.')
    }
  }
  const told = problem !== '' && (
    <span role="alert" className="text-danger">
      {problem}
    </span>
  )
  return { save, told }
}

interface SaveListProps {
  owner: Owner
  rows: readonly Row[]
}

/** Saves the rows that are shown. */
export const SaveList = memo(({ owner, rows }: SaveListProps) => {
  const { save, told } = useSave(owner)
  const asked = () => rows.flatMap(({ context, related }) => (context ? [] : related))
  return (
    <>
      {told}
      <button
        type="button"
        className="link min-h-6 max-sm:min-h-10"
        onClick={() => void save(asked())}
      >
        Download CSV
      </button>
    </>
  )
})

interface SaveTickedProps {
  owner: Owner
  ticked: readonly Related[]
}

/** Saves the rows that are ticked. */
export const SaveTicked = ({ owner, ticked }: SaveTickedProps) => {
  const { save, told } = useSave(owner)
  return (
    <>
      {told}
      <Button onClick={() => void save(ticked)}>Save as CSV</Button>
    </>
  )
}

// What no file system takes amiss.
const fileName = (name: string) => {
  const day = new Date(browserClock.now()).toISOString().slice(0, 10)
  const plain = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)
  return `${plain === '' || plain === '-' ? 'secrets' : plain}-${day}.csv`
}
