/** The job that is shown is no longer the project's current one: another tab went on to another one, or forgot it. */
export class StaleJob extends Error {}
