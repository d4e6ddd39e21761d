import { lazyCode } from '../data/lazy-code'
import { useStore } from '../data/use-store'
import { lazyPart, prerenderedPart } from '../data/lazy-part'

/**
 * All that the form needs beyond its fields, by one import: lists of choices, rules, preview and result. The build makes three
 * files of it, since other pages have the lists as well; they are fetched together.
 */
export const formRuntime = lazyCode(() => import('./form-runtime'))

/** The same once it is there. */
export const useFormRuntime = () => useStore(formRuntime.loaded, () => undefined)

let want: () => void
const wanted = new Promise<void>((resolve) => {
  want = resolve
})

/** To be called once the page is idle or the form is touched: until then nothing competes with the form itself. */
export const loadRuntime = (): void => {
  want()
  void formRuntime.get()
}

/** To be called when something is typed: what was created last makes way for the plan of the next one. */
export const beginNext = (): void => void formRuntime.get().then(({ begin }) => begin())

const onceWanted = {
  get: () => wanted.then(formRuntime.get),
  loaded: formRuntime.loaded,
}

export const ApplyResult = lazyPart(onceWanted, (code) => code.ApplyResult)
export const FromServer = lazyPart(onceWanted, (code) => code.FromServer)
export const KeyCautions = lazyPart(onceWanted, (code) => code.KeyCautions)
export const KeyExamples = lazyPart(onceWanted, (code) => code.KeyExamples)
export const KeyHint = lazyPart(onceWanted, (code) => code.KeyHint)
export const ListFreshness = lazyPart(onceWanted, (code) => code.ListFreshness)
export const OutcomePanel = prerenderedPart(onceWanted, (code) => code.OutcomePanel)
export const PlacePicker = prerenderedPart(onceWanted, (code) => code.PlacePicker)
export const ProblemText = lazyPart(onceWanted, (code) => code.ProblemText)
export const ProjectPicker = prerenderedPart(onceWanted, (code) => code.ProjectPicker)
export const SecretPicker = prerenderedPart(onceWanted, (code) => code.SecretPicker)
export const UseItsTarget = lazyPart(onceWanted, (code) => code.UseItsTarget)
export const WhereHint = lazyPart(onceWanted, (code) => code.WhereHint)
