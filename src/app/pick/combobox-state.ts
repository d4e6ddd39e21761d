import { useCombobox, type UseComboboxProps } from 'downshift'
import type { Option } from './option'

type Reducer = NonNullable<UseComboboxProps<Option>['stateReducer']>

const types = useCombobox.stateChangeTypes

export const floatingReducer: Reducer = (state, { type, changes }) => {
  switch (type) {
    case types.InputKeyDownEnter:
    case types.ItemClick:
      return changes.selectedItem?.disabledReason === undefined ? changes : state
    case types.InputKeyDownEscape:
    case types.InputBlur:
      // Leaving chooses nothing; what a second Escape does is the box's to say.
      return { ...changes, selectedItem: state.selectedItem, inputValue: state.inputValue }
    default:
      return changes
  }
}

// Where the list is always there, Enter must not take what a pointer merely rests on; once something was chosen, it is
// the form's.
export const fixedReducer: Reducer = (state, action) => {
  switch (action.type) {
    case types.ItemMouseMove:
    case types.MenuMouseLeave:
      return state
    case types.InputKeyDownEnter:
    case types.ItemClick:
      return { ...floatingReducer(state, action), highlightedIndex: -1 }
    default:
      return floatingReducer(state, action)
  }
}

/** Begins at what is chosen, so that Enter takes nothing else. Its place is looked for only then. */
export const beginningAt =
  (indexOfChosen: () => number, reduce: Reducer): Reducer =>
  (state, action) => {
    const next = reduce(state, action)
    if (!isBeginning(state, action.type)) return next
    const index = indexOfChosen()
    return index < 0 ? next : { ...next, highlightedIndex: index }
  }

const isBeginning = (
  { isOpen, highlightedIndex }: Parameters<Reducer>[0],
  type: Parameters<Reducer>[1]['type'],
) =>
  type === types.InputClick
    ? !isOpen
    : (type === types.InputKeyDownArrowDown || type === types.InputKeyDownArrowUp) &&
      (!isOpen || highlightedIndex < 0)
