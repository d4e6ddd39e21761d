import type { Report } from './report'

/** What is said where a part of the page is missing that a change needs. */
export const notLoaded: Report = {
  tone: 'danger',
  title: 'Nothing was sent',
  text: 'A part of this page could not be loaded, so nothing was changed. Check the connection, then try again.',
}
