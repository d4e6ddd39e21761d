/** What a column of a table, or a field of an entry, can say of an alias. */
export interface Columns {
  /** Where the alias' own name stands. */
  key: number | undefined
  /** Where its target can stand, the surest first. */
  targets: readonly number[]
  description: number | undefined
  interpolation: number | undefined
  /** Where the place of an alias stands, which a listing says of each row for another reason. */
  environment: number | undefined
  service: number | undefined
  /** Where a listing says what kind of variable it is, and whether that is a secret. */
  type: number | undefined
  isSecret: number | undefined
  /** Where a listing says what is aliased, and so that it is an alias at all. */
  link: number | undefined
  /** Whether everything that a project has is listed, and not aliases alone. */
  isListing: boolean
  /** Where values of secrets may stand. */
  values: readonly number[]
  /** How many columns there are, up to the last that has a name. */
  width: number
}

const words = (list: string) => list.split(' ')

// What people, Terraform, Qovery’s API and CLI, and this console's own reports call them, the surest first; without case,
// spaces, “_” and “-”. Also in the languages in which spreadsheets most often have them.
const keyNames = words(
  'alias aliaskey aliasname newalias secretalias newname newkey newsecret new neuername nouveaunom nuevonombre variablename variable envvar envvariable environmentvariable key name',
)
const linkNames = words(
  'aliasedsecret aliasedvariable aliasedsecretkey aliasedvariablekey aliasedkey aliasparentkey parentkey',
)
const targetNames = [
  ...words(
    'target targetkey targetsecret source sourcekey sourcesecret pointsto pointsat mapsto mappedto linkedto linkedsecret aliasof aliasfor',
  ),
  ...linkNames,
  ...words(
    'ziel quelle vorhandenessecret bestehendessecret cible origine secretexistant origen destino secretoexistente secreto ' +
      'sorgente segretoesistente segreto origem segredoexistente segredo bron doel bestaandsecret źródło istniejącysekret sekret',
  ),
  ...words(
    'existingsecretkey existingkey existingname existingsecret existing originalkey originalname original oldkey oldname old',
  ),
  ...words(
    'references refersto secretkey secretname secret reference ref targetid sourceid secretid value',
  ),
]
const descriptionNames = words(
  'description comment note notes beschreibung kommentar commentaire descripción comentario descrizione commento ' +
    'descrição comentário omschrijving beschrijving opmerking opis komentarz',
)
const interpolationNames = words(
  'enableinterpolationinfile interpolationinfile enableinterpolation interpolation interpolate',
)
// Whatever somebody says beside it, as in “current value”; also in other languages.
const valueLike =
  /value|plaintext|passw|passphrase|pwd|^(?:(?:aktueller?|current|old|new))?(?:wert|content|contents|credential|credentials|geheimnis)$|kennwort|valeur|motdepasse|^valor|contraseña|waarde|wachtwoord|senha|wartość|hasło|token$|apikey|privatekey|accesskey|^(?:sample|example|default|data|current|prod|production|dev|test)$|^$/
const listingNames = words('variabletype aliasparentkey issecret')

const english = new Map([
  ...words('nom nombre nome naam nazwa').map((name) => [name, 'name'] as const),
  ...words('schlüssel clé chiave chave sleutel klucz').map((name) => [name, 'key'] as const),
  ...words('wert valeur valor valore waarde wartość').map((name) => [name, 'value'] as const),
])

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

// What people say more of in the name of a column: “Alias (new)”, “Existing secret name”, “Qovery secret”.
const qualified = new Set(
  words(
    'alias newalias new target source pointsto pointsat mapsto aliasof existing original old secret ' +
      'variable envvar envvariable environmentvariable',
  ),
)

/** The name of a column as it is known, where somebody says more than that. */
const knownName = (name: string) => {
  const written = plain(name.replaceAll(/\([^)]*\)|\bqovery\b|\bto (?:create|use)$/gi, ''))
  const word = english.get(written) ?? written
  const short = word.replace(/(?:secret)?(?:name|key)$|secret$/, '')
  return vocabulary.has(word) || !qualified.has(short) ? word : short
}

/** Finds what each name says, whichever order they stand in. */
export const findColumns = (header: readonly string[]): Columns => {
  const names = header.map(knownName)
  const first = (wanted: readonly string[]) => {
    for (const name of wanted) {
      const column = names.indexOf(name)
      if (column !== -1) return column
    }
    return undefined
  }
  const key = first(keyNames)
  const targets = targetNames
    .flatMap((name) => columnsNamed(names, name))
    .filter((column) => column !== key)
  // Who names the alias by the word itself calls the secret “key” or “name”, as the CLI does.
  const named = names[key ?? -1] ?? ''
  // Beside such a word, a “value” may be the secret's, and is looked at last.
  const isOnlyValue = /alias/.test(named) && targets.every((column) => names[column] === 'value')
  if (isOnlyValue || (targets.length === 0 && named !== 'key' && named !== 'name'))
    targets.push(...['key', 'name'].flatMap((name) => columnsNamed(names, name)))
  const link = first(linkNames)
  const [hasScope, saysWhat] = [names.includes('scope'), columnsNamed(names, 'type').length > 0]
  const isListed = listingNames.some((name) => names.includes(name))
  // Who names the alias or its source by a word for it lists aliases alone, whatever else is said of them.
  const isNamed = /alias/.test(named) || targets.some((column) => names[column] !== 'value')
  const isListing =
    !/alias/.test(named) &&
    (link === undefined
      ? !isNamed && (isListed || (hasScope && (saysWhat || targets.length === 0)))
      : isListed || hasScope)
  const said =
    isListing || link !== undefined
      ? targets.filter((column) => names[column] !== 'value')
      : targets
  return {
    key,
    targets: said,
    description: first(descriptionNames),
    interpolation: first(interpolationNames),
    environment: isListing
      ? undefined
      : first(words('environment env environmentname umgebung environnement entorno')),
    service: isListing ? undefined : first(words('service servicename dienst servicio')),
    type: first(['type']),
    isSecret: first(['issecret']),
    link,
    isListing,
    values: names.flatMap((name, column) =>
      column !== key && column !== said[0] && mayHoldValue(name) ? [column] : [],
    ),
    width: header.findLastIndex((name) => name.trim() !== '') + 1,
  }
}

// Where several columns could name the target, what stands in the others may be anything.
const mayHoldValue = (name: string) =>
  valueLike.test(name) ||
  // These say where a secret is, or what it is called.
  (targetNames.includes(name) && !/(?:id|name|existingsecret|reference|ref)$/.test(name))

const columnsNamed = (names: readonly string[], wanted: string) =>
  names.flatMap((name, column) => (name === wanted ? [column] : []))

/** Whether aliases can be read by these names: nothing can be made without an alias and its target. */
export const namesBoth = ({ key, targets, isListing }: Columns) =>
  key !== undefined && (targets.length > 0 || isListing)

const vocabulary = new Set([
  ...keyNames,
  ...targetNames,
  ...descriptionNames,
  ...interpolationNames,
  // Which of the two is the alias is not said by either.
  'from',
  'to',
])

/** Whether a name belongs to a description of an alias, rather than being the name of one. */
export const isFieldName = (name: string) =>
  name !== name.toUpperCase() && vocabulary.has(plain(name))
