// One chunk of what happens after the button is pressed.
export { client } from '../api'
export { pending } from './pending'
export { settle } from './settle'
export { submitAlias } from './submit-alias'
