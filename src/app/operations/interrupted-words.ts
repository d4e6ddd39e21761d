import { nameInText } from '../ui/name'
import { ownerWord } from '../words/owner-word'
import type { Progress } from './kind'
import { keyOf, type Mark, type Operation, type Stage } from './operation'
import type { Words } from './words'

const doing = {
  create: 'Creating',
  edit: 'Saving',
  delete: 'Deleting',
  repoint: 'Re-pointing',
}
/** That an operation has done what it was for, in a word. */
export const doneWords = {
  create: 'created',
  edit: 'saved',
  delete: 'deleted',
  repoint: 're-pointed',
}

/** What an operation under way waits for. */
export const underWayWords = (operation: Operation, progress: Progress) => {
  const key = nameInText(keyOf(operation))
  return {
    title: `${doing[operation.kind]} ${key}`,
    text:
      progress.kind === 'confirming'
        ? `Whether ${key} was ${doneWords[operation.kind]} is not known yet. The ${ownerWord(operation.owner)}’s list is being read: attempt ${progress.attempt} of ${progress.attempts}. Nothing is sent twice.`
        : 'It goes on while other pages are open.',
  }
}

/** What is said of an operation that was cut off, before anybody has found out what became of it. */
export const interruptedWords = (operation: Operation, mark: Mark | undefined): Words => {
  const key = nameInText(keyOf(operation))
  if (operation.kind === 'repoint') {
    return {
      tone: 'warning',
      title: `Re-pointing ${key} was cut off`,
      text: `${stageText[mark?.stage ?? 'deleting']} It was to point at ${nameInText(operation.to.key)} instead of ${nameInText(operation.from.key)}. Going on looks first, and makes nothing twice.`,
    }
  }
  return {
    tone: 'warning',
    title:
      operation.kind === 'create'
        ? 'An earlier submission was cut off'
        : `${doing[operation.kind]} ${key} was cut off`,
    text: `Whether ${key} was ${doneWords[operation.kind]} is not known yet. Checking reads the ${ownerWord(operation.owner)}’s list and sends nothing.`,
  }
}

const stageText: Record<Stage, string> = {
  deleting: 'The old alias was about to be deleted, so it may be gone.',
  creating: 'The old alias is deleted. The new one may not have been made yet.',
  restoring: 'The new one could not be made, and the old one may not be back yet.',
}
