// One chunk: the lists of the two comboboxes.
export { ProjectPicker } from './project-picker'
export { SecretPicker } from './secret-picker'
