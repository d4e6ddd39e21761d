import { createWords } from './create-words'
import { deleteWords } from './delete-words'
import { editWords } from './edit-words'
import type { Operation } from './operation'
import { repointWords } from './repoint-words'
import type { Result } from './result'
import type { Asked, Words } from './words'

/** Says what became of an operation: one table for every kind of it and every result. */
export const wordsOf = (operation: Operation, result: Result, asked: Asked): Words => {
  switch (operation.kind) {
    case 'create':
      return createWords(operation, result, asked)
    case 'edit':
      return editWords(operation, result, asked.apiName)
    case 'delete':
      return deleteWords(operation, result, asked.apiName)
    case 'repoint':
      return repointWords(operation, result, asked.apiName)
  }
}
