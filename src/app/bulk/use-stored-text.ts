import { useCallback, useEffect, useRef, useState } from 'react'
import type { SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
import { storedText } from './plan-input'
import { readInput } from './input/read-input'
import { mayHoldValues } from './plan/leave-out-values'
import { yielder } from './yield-to-main'

const unread: SecretList = { results: [], unreadable: [] }

interface StoredText {
  /** What was typed before a reload. */
  first: string
  /** To be called at each change of the text. */
  store: (text: string) => void
  /** Whether the text outlives a reload; it does not where it may hold values of secrets. */
  isStored: boolean
}

/**
 * Keeps a page's text for Bulk through a reload, unless it may hold values of secrets instead of their names: of that
 * nothing is stored.
 */
export const useStoredText = (inputId: string, list: SecretList = unread): StoredText => {
  const [record] = useState(() => storedText(inputId))
  const [first] = useState(() => record.read() ?? '')
  const [isStored, setStored] = useState(true)
  const latest = useRef(first)

  const judge = useCallback(async () => {
    const text = latest.current
    const mayHold = await readInput(text, yielder()).then(
      (reading) => mayHoldValues(reading, indexSecrets(list)),
      // What cannot be read now may be anything.
      () => true,
    )
    if (text !== latest.current) return
    if (mayHold) record.clear()
    else record.write(text)
    setStored(!mayHold)
  }, [list, record])
  // The list says which names there are: what it shows to be names is kept from then on.
  useEffect(() => void judge(), [judge])
  return {
    first,
    store: (text) => {
      latest.current = text
      void judge()
    },
    isStored,
  }
}
