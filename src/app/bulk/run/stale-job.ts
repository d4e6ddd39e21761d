/** The job that is shown is no longer the project's last one: another tab began another one, or forgot it. */
export class StaleJob extends Error {}
