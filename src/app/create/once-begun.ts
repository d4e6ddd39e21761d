// One chunk: what the form needs once somebody has begun to fill it in.
export { ListFreshness } from '../pick/list-freshness'
export { loadFormats } from '../ui/instant'
export { begin, create } from './current-creation'
export { FormLanding } from './form-landing'
export { judge } from './form-rules'
export { FromServer } from './from-server'
export { KeyCautions, KeyHint } from './key-advice'
export { OutcomePanel } from './outcome-panel'
