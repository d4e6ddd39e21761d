// One chunk: what the form needs once somebody has begun to fill it in.
export { pending } from '../outcome/pending'
export { ListFreshness } from '../pick/list-freshness'
export { carryOut } from './carry-out'
export { FormLanding } from './form-landing'
export { judge } from './form-rules'
export { FromServer } from './from-server'
export { KeyCautions, KeyHint } from './key-advice'
export { OutcomePanel } from './outcome-panel'
