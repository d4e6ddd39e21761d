const types: Readonly<Record<string, string>> = {
  VALUE: 'Value',
  ALIAS: 'Alias',
  OVERRIDE: 'Override',
  BUILT_IN: 'Built-in',
  FILE: 'File',
  EXTERNAL_SECRET: 'External secret',
  FILE_EXTERNAL_SECRET: 'External file',
}

const scopes: Readonly<Record<string, string>> = {
  BUILT_IN: 'Built-in',
  PROJECT: 'Project',
  ENVIRONMENT: 'Environment',
  APPLICATION: 'Application',
  CONTAINER: 'Container',
  JOB: 'Job',
  HELM: 'Helm',
  TERRAFORM: 'Terraform',
  AGENTIC_WORKFLOW: 'Agentic workflow',
}

const modes: Readonly<Record<string, string>> = {
  DEVELOPMENT: 'Development',
  PREVIEW: 'Preview',
  PRODUCTION: 'Production',
  STAGING: 'Staging',
}

const managers: Readonly<Record<string, string>> = { QOVERY: 'Qovery', DOPPLER: 'Doppler' }

// Qovery's enumerations grow: a word that is not known here is shown as it came.
const wordIn = (words: Readonly<Record<string, string>>, apiWord: string) =>
  Object.hasOwn(words, apiWord) ? (words[apiWord] ?? apiWord) : apiWord

/** A variable type in plain words. */
export const typeWord = (type: string): string => wordIn(types, type)

/** A scope in plain words. */
export const scopeWord = (scope: string): string => wordIn(scopes, scope)

const properNames = new Set(['HELM', 'TERRAFORM'])

/** The same in the middle of a sentence: "at project scope". */
export const scopeInSentence = (scope: string): string =>
  properNames.has(scope) || !Object.hasOwn(scopes, scope)
    ? scopeWord(scope)
    : scopeWord(scope).toLowerCase()

/** An environment's mode in plain words. */
export const modeWord = (mode: string): string => wordIn(modes, mode)

/** Who owns a secret, as a name; what Qovery owns itself is the usual case. */
export const managerWord = (owner: string): string => wordIn(managers, owner)

/** The owner of what nobody else's system writes. */
export const usualManager = 'QOVERY'
