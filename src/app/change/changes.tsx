import type { ReactNode } from 'react'
import type { Secret } from '../../qovery/schema'

export interface Change {
  kind: 'edit' | 'delete' | 'repoint'
  secret: Secret
}
interface ChangesProps {
  projectId: string
  secrets: readonly Secret[] | undefined
  children: (change: (change: Change) => void) => ReactNode
}
export const Changes = ({ children }: ChangesProps) => <>{children(() => undefined)}</>
