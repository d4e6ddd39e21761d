import { setting } from '../data/setting'
import { counted } from '../ui/count'
import { callsAnHour, estimateSeconds, sayDuration } from './plan/estimate'

/** “1,002 requests, about 1 h at Qovery’s 1,000 an hour.”; the sandbox has no such limit. */
export const requestWords = (calls: number): string => {
  const requests = counted(calls, 'request')
  return setting.mode === 'sandbox'
    ? `${requests}.`
    : `${requests}, ${sayDuration(estimateSeconds(calls))} at Qovery’s 1,000 an hour.`
}

/** What could make a job that has so many rows left take longer than it seems. */
export const limitWords = (left: number): string =>
  setting.mode === 'live' && left > callsAnHour ? ', if Qovery does not ask to wait' : ''
