import { useEffect, useState } from 'react'
import type { SecretList } from '../../qovery/schema'
import { emptyList, indexSecrets } from '../../rules/secret-index'
import { readFiles, type TextFile } from './input/text-files'
import { usePlanInput } from './plan-input'
import { mayHoldValues } from './plan/leave-out-values'
import { fitsStorage, storedFiles } from './stored-files'
import { yielder } from './yield-to-main'

interface StoredFiles {
  files: readonly TextFile[]
  setFiles: (files: readonly TextFile[]) => void
  /** Why a reload forgets them: they may hold values of secrets, or there is no room for them. */
  forgotten: 'values' | 'room' | undefined
}

/** Keeps a page's files through a reload, but for what may hold values of secrets, and what is too long to be kept. */
export const useStoredFiles = (inputId: string, list: SecretList = emptyList): StoredFiles => {
  const [files, setFiles] = usePlanInput(inputId, 'files')
  const [format] = usePlanInput(inputId, 'format')
  const [forgotten, setForgotten] = useState<StoredFiles['forgotten']>()
  useEffect(() => {
    let isOver = false
    const record = storedFiles(inputId)
    const judge = async () => {
      if (files.length === 0 || !fitsStorage(files)) {
        record.clear()
        return setForgotten(files.length === 0 ? undefined : 'room')
      }
      const mayHold = await readFiles(files, yielder(), format).then(
        (reading) => mayHoldValues(reading, indexSecrets(list)),
        // What cannot be read now may be anything.
        () => true,
      )
      if (isOver) return
      if (mayHold) record.clear()
      setForgotten(mayHold ? 'values' : record.write(files) ? undefined : 'room')
    }
    void judge()
    return () => {
      isOver = true
    }
  }, [inputId, files, format, list])
  return { files, setFiles, forgotten }
}
