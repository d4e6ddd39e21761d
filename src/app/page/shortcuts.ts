import { storage } from '../data/site-data'
import { createStore } from '../data/store'

const record = storage('localStorage', 'alias-console:single-keys')

/** Whether the list of shortcuts is open. */
export const shortcutsShown = createStore(false)

const store = createStore(record.read() !== 'off')

/** Whether a single letter acts, outside of fields. Whoever speaks to a computer turns that off: WCAG 2.1.4. */
export const singleKeys = {
  ...store,
  write: (isOn: boolean): void => {
    if (isOn) record.clear()
    else record.write('off')
    store.write(isOn)
  },
}
