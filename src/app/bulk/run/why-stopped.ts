import { ApiError } from '../../../qovery/errors'
import { apiName } from '../../data/setting'
import { StorageError } from '../../data/storage-error'
import { StaleJob } from './stale-job'

/** Why a job does not run, as sentences: what is wrong, and what to do about it. */
export const whyStopped = (cause: unknown): string => {
  if (cause instanceof StaleJob) return cause.message
  if (cause instanceof ApiError)
    return `${apiName} did not give out all lists that this needs. Try again.`
  if (!(cause instanceof StorageError))
    return `The fault is in the console (${String(cause)}). Reload the page to go on.`
  switch (cause.why) {
    case 'refused':
      return 'This browser keeps nothing for this site, as where cookies and site data are blocked, so it can keep no journal, and no job is run without one. Allow site data for this address, then try again.'
    case 'full':
      return 'This browser has no space left for the job’s journal. Free some, then go on.'
    case 'failed':
      return `This browser did not take or give the job’s journal (${cause.message}). Reload the page to go on.`
  }
}
