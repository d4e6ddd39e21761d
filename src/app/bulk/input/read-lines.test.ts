import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isComment, readLines, withoutBullet } from './read-lines'
import { tidyName } from './tidy-name'

const read = (text: string) => readLines(text, () => undefined)
const pairs = async (text: string) => {
  const { rows } = await read(text)
  return rows.map(({ at, key, target, problem }) => (problem ? [at, problem] : [at, key, target]))
}

test('an alias and its target stand around the first “=”', async () => {
  expect(await pairs('A=B\r\nexport C = "D"\nE=\'F\'\n\n# note\nG=H # why\rI=J=K')).toEqual([
    [1, 'A', 'B'],
    [2, 'C', 'D'],
    [3, 'E', 'F'],
    [6, 'G', 'H'],
    [7, 'I', 'J=K'],
  ])
})

describe('a line says the same as “A=B”', () => {
  test.each([
    '- A=B',
    '* A = B',
    '• A=B',
    '1. A=B',
    '12) A=B',
    '- [ ] A=B',
    'export A=B',
    'declare -x A="B"',
    'readonly A=B',
    'set A=B',
    'SET "A=B"',
    'setx A B',
    'SETX A "B" /M',
    'setenv A B',
    'set -gx A B',
    'ENV A=B',
    'ENV A B',
    'ARG A=B',
    '$ export A=B',
    "$env:A = 'B'",
    '$Env:A="B"',
    'A: B',
    '"A": "B"',
    "'A' => 'B'",
    'A := B',
    'A ?= B',
    '“A”=B',
    '`A`=B',
    'A=B // why',
    'A=B ; why',
    'A=B -- why',
    'A="B" # why',
    'A -> B',
    'A --> B',
    'A → B',
    'A ⇒ B',
    'A <- B',
    'A ← B',
    'A＝B',
    'A：B',
    '„A“: B',
    '- **A**: B',
    '- `A` → B (for the api)',
    'A = B – for the api',
    'a) A=B',
    '(1) A=B',
    '▪\u00A0A=B',
    '●A=B',
    '> A=B',
    '-e A=B \\',
    '--env A=B',
    '--build-arg A="B"',
    '--set A=B',
    '--set env.A=B \\',
    '--set-string A=B',
    '--set-env-vars=A=B',
    '--update-secrets A=B',
    '>> A=B',
    '> > A=B',
    '[10:42] A = B',
    '[2026-01-05 10:42:01] A=B',
    'Environment=A=B',
    'Environment="A=B"',
    'const A = B',
    'export const A = B',
    'process.env.A = B',
    'os.environ["A"] = B',
    '${env:A} = B',
    'qovery project env alias create --project payments --key B --alias A',
    "qovery project env alias create \\\n  --key 'B' \\\n  --alias 'A'",
    'qovery project env alias create `\n  -k B `\n  --alias A',
    'qovery project env alias create ^\n  -k B ^\n  --alias A',
    '[A -> B]',
    '{{A: B}}',
    'A:B',
    '"A":"B",',
    'A - B',
    '- `A` — `B`',
    '- A – B (for the api)',
    'A is an alias of B.',
    'A alias for B',
    'A should point to B',
    'A maps to `B`',
    '☐ A = B',
    '✔️ A=B',
    '.env:12:A=B',
    'api/.env:export A=B',
    '12:A=B',
    '  12  A=B',
    'heroku config:set A=B -a shop',
    'docker run --rm -e A="B" shop/api:1',
  ])('%j', async (line) => expect(await pairs(line)).toEqual([[1, 'A', 'B']]))

  test.each(['A=B;', '--env "A=B"', 'A="B",', 'A=“B”', 'A=${B}', 'A=\u00A0B\u200B', "'A': 'B',"])(
    '%j, once its name is tidied up',
    async (line) => {
      const { rows } = await read(line)
      expect(rows.map(({ key, target }) => [key, tidyName(target)])).toEqual([['A', 'B']])
    },
  )
})

test.each([
  'A=B; C=D',
  'A=B, C=${D}',
  'A="B" C="D"',
  'export A=$B C=$D',
  'Environment="A=B" "C=D"',
  '--set-env-vars=A=B,C=D',
  'export A=$B; export C=$D',
  'set A=%B% & set C=%D%',
  '--set env.A=B --set env.C=D',
  '--env A=B --env C=D \\',
  '-e A=B -e C=D',
  '--set-env-vars=A=B --set-secrets=C=D',
  'Environment="A=B" \\\n  "C=D"',
  'A -> B, C -> D',
  'A → B; C → D',
  '--set-env-vars="A=B,C=D"',
  '--set-secrets=A=B:latest,C=D:3',
  'kubectl set env deployment/api A=B C=D',
  'vault kv put secret/shop A=B C=D',
  "doppler secrets set A='${B}' C='${D}'",
  'docker run --rm -e A=$B --env C="$D" shop/api:1',
  'helm upgrade shop ./chart --namespace prod --set env.A=B --set env.C=D',
  'kubectl create secret generic shop --from-literal=A=B --from-literal="C=D"',
  'gcloud run deploy api --image x --set-secrets=A=B:latest,C=D:3',
  'qovery project env alias create --key B --alias A && qovery project env alias create --key D --alias C',
  'qovery project env alias create --key B --alias A; \\\nqovery project env alias create -k D --alias C',
])('%j is two rows', async (line) => {
  const { rows } = await read(line)
  expect(rows.map(({ key, target }) => [key, tidyName(target)])).toEqual([
    ['A', 'B'],
    ['C', 'D'],
  ])
})

test('many names in one option are as many rows, however long it is', async () => {
  const names = Array.from({ length: 500 }, (_, index) => `ALIAS_${index}=SOURCE_${index}`)
  const { rows } = await read(`--set-env-vars=${names.join(',')}`)
  expect(rows.map(({ key, target }) => `${key}=${target}`)).toEqual(names)
})

test('a value behind the second of several options is no comment', async () => {
  const { rows } = await read('--set env.A=B --set env.C=hunter2x')
  expect(rows.map(({ target }) => target)).toEqual(['B', 'hunter2x'])
})

test.each(['A=Server=db;User=APP;Password=hunter2', 'A=B user=app password=hunter2', 'A=B # C=D'])(
  '%j is one row',
  async (line) => expect((await read(line)).rows).toHaveLength(1),
)

test('a command that tells another program values is no two rows, and what is beside names is told', async () => {
  const { rows } = await read('docker run -e A=B -e C=hunter2x shop/api:1')
  expect(rows).toMatchObject([{ problem: expect.stringMatching(/not a valid name/) }])
  const holds = async (line: string) => (await read(line)).holdsValues
  expect(await holds('docker run -e A=B --password hunter2 shop/api:1')).toBe(true)
  expect(await holds('gcloud run deploy api --set-secrets=A=B:latest')).toBe(false)
})

test('nothing that a command is told is left out in silence, and its comment is none of it', async () => {
  const { rows } = await read('docker run -e A=B -e db_user=DB_USER shop/api:1')
  expect(rows).toMatchObject([{ problem: expect.stringMatching(/not a valid name/) }])
  expect(await pairs('docker run -eA=B shop/api:1 # C=D')).toEqual([[1, 'A', 'B']])
})

test('what stands between two words of a sentence names no alias', async () => {
  for (const line of ['API - see below', 'NOTE: https://HOST:PORT', 'A points to the B', 'a - b']) {
    const { rows } = await read(line)
    expect(rows.filter(({ key, problem }) => key !== 'NOTE' && problem === undefined)).toEqual([])
  }
})

test.each(['a.', '1', 'A - ', 'docker ', ' A=B', '☐', "'", 'A alias '])(
  'a line of any length is read at once, whatever stands in it: %j',
  async (piece) => {
    for (const before of ['', 'docker ', 'A', '.env:'])
      expect((await read(before + piece.repeat(50_000))).rows.length).toBeGreaterThan(0)
  },
)

test('brackets of a program around the lines are none of them', async () => {
  expect(await pairs("const aliases = {\n  A: 'B',\n};\nreturn [\n  'C' => 'D',\n]")).toEqual([
    [2, 'A', 'B'],
    [5, 'C', 'D'],
  ])
})

test('names of fields are no aliases', async () => {
  for (const text of [
    'alias = A\ntarget = B',
    '[[aliases]]\nkey = "A"',
    '***** 1. row *****\nname: A',
  ])
    for (const { problem } of (await read(text)).rows) expect(problem).toMatch(/names no alias/)
  expect(await pairs('NAME=B')).toEqual([[1, 'NAME', 'B']])
})

test('a line without “=” that says a value is not shown, and told', async () => {
  for (const line of [
    'aws ssm put-parameter --name DB_PASSWORD --value hunter2',
    'gh secret set DB_PASSWORD --body hunter2',
    'machine api.example.com login shop password hunter2',
    'DB_PASSWORD   hunter2',
    'Das Passwort ist hunter2',
  ]) {
    const { rows, holdsValues } = await read(line)
    expect(JSON.stringify(rows)).not.toContain('hunter2')
    expect(holdsValues).toBe(true)
  }
  expect((await read('Hi all, these please:\nA=B')).holdsValues).toBe(false)
})

test.each(['the prod db uses hunter2x', 'mysql -uroot -phunter2x'])(
  'a line without “=” with a word that may be a value is not shown: %j',
  async (line) => expect(JSON.stringify((await read(line)).rows)).not.toContain('hunter2x'),
)

test('options are no comments', async () => {
  expect(await pairs('helm upgrade x \\\n  --set A=B \\\n  --set C=hunter2')).toEqual([
    [1, expect.stringMatching(/no “=”/)],
    [2, 'A', 'B'],
    [3, 'C', 'hunter2'],
  ])
})

test('commands are words like any other where they are names', async () => {
  expect(await pairs('set=B\nexport = C\nenv=D')).toEqual([
    [1, 'set', 'B'],
    [2, 'export', 'C'],
    [3, 'env', 'D'],
  ])
})

test('a line without “=” or without a target is told by its number', async () => {
  expect(await pairs('A=B\nnonsense\nC=')).toEqual([
    [1, 'A', 'B'],
    [2, 'There is no “=” in this line: write ALIAS=TARGET.'],
    [3, 'Nothing stands after “=”: name the secret there.'],
  ])
})

test('a name that no line can hold is told, its halves kept for an edit', async () => {
  expect((await read('A B = C')).rows).toEqual([
    expect.objectContaining({
      key: 'A B',
      target: 'C',
      problem: expect.stringMatching(/not a valid name/),
    }),
  ])
})

test.each(['\n', '\r', '\r\n', '\u2028', '\u2029'])('no line is lost at %j', async (lineBreak) => {
  expect(await pairs(['junk', 'A=B # note', 'C=D'].join(lineBreak))).toEqual([
    [1, expect.stringMatching(/no “=”/)],
    [2, 'A', 'B'],
    [3, 'C', 'D'],
  ])
})

test('what is left out is told', async () => {
  expect((await read('# a\nA=B # b\nC="#D"\n\n\n')).notes).toEqual([
    '3 empty lines left out.',
    '2 comments left out.',
  ])
})

test('comments of every kind are left out, whole', async () => {
  const comments = [
    '# A=B',
    '// A=B',
    '; A=B',
    '-- A=B',
    ':: A=B',
    'REM A=B',
    '/* A=B\nC=D\n*/',
    '<!--\nA=B\n-->',
    '/* one line */',
    '[section]',
    '```env',
    '---',
    '{{ end }}',
    '[[section]]',
  ]
  expect(await pairs([...comments, 'E=F'].join('\n'))).toEqual([[19, 'E', 'F']])
})

describe('what goes on over several lines', () => {
  const pem = '-----BEGIN PRIVATE KEY-----\nMIIabc+d\nQUJD==\n-----END PRIVATE KEY-----'

  test.each([
    ['a key in quotes', `KEY="${pem}"`],
    ['a key without quotes', `KEY=${pem}`],
    ['a text in double quotes', 'KEY="one\nA=B\ntwo"'],
    ['a text in single quotes', 'KEY=\'{\n  "a": 1\n}\''],
    ['a text in backticks, and a comment', 'KEY=`a\nb` # why'],
  ])('%s is one row', async (_, text) => {
    const { rows } = await read(`BEFORE=B\n${text}\nAFTER=C`)
    const after = text.split('\n').length + 2
    expect(rows.map(({ at, key }) => [at, key])).toEqual([
      [1, 'BEFORE'],
      [2, 'KEY'],
      [after, 'AFTER'],
    ])
    expect(rows[1]?.target).toContain(text.includes('BEGIN') ? '-----BEGIN' : '\n')
  })

  test.each(['"', "'", '`'])('a text whose %s has no end takes no line along', async (quote) => {
    expect(await pairs(`A=${quote}B\nC=${quote}D${quote}\nE=F`)).toEqual([
      [1, 'A', `${quote}B`],
      [2, 'C', 'D'],
      [3, 'E', 'F'],
    ])
    expect(await pairs(`A=${quote}B\nC=D`)).toEqual([
      [1, 'A', `${quote}B`],
      [2, 'C', 'D'],
    ])
  })

  test('a comment that has no end takes no line along', async () => {
    expect(await pairs('/* note\nA=B')).toEqual([[2, 'A', 'B']])
  })
})

test('what a comment or a command holds of values is told, though no row says it', async () => {
  const holds = async (text: string) => (await read(text)).holdsValues
  expect(await holds('# DB_PW=hunter2\nA=B')).toBe(true)
  expect(await holds('/* note\nDB_PW=hunter2\n*/\nA=B')).toBe(true)
  expect(await holds('# A=B\n# of the api, as in the spring\nA=B')).toBe(false)
  expect(await holds('qovery project env create --key DB_PW --value hunter2 --secret')).toBe(true)
  expect(await holds('qovery project env alias create --key B --alias A')).toBe(false)
})

test.each([
  ['project env create --key DB_PW --value hunter2', /^This command names no alias/],
  ['project env update --key B --alias A', /^This command makes no alias/],
  ['project env alias delete --key B --alias A', /^This command deletes, and makes no alias/],
  ['container env alias create --key B --alias A', /add --service NAME/],
  ['environment env alias create --key B --alias A', /add --environment NAME/],
  ['service env alias create --environment prod --key B --alias A', /add --service NAME/],
])(
  'a command that makes no alias, or of nobody knows what, is told: %s',
  async (words, problem) => {
    expect(await pairs(`qovery ${words}`)).toEqual([[1, expect.stringMatching(problem)]])
  },
)

test.each([
  ['service env alias create --service api', { service: 'api' }],
  [
    'application env alias create --environment prod --application api',
    { environment: 'prod', service: 'api' },
  ],
  ['environment env alias create --environment "prod"', { environment: 'prod' }],
  ['job env alias create --environment prod --scope ENVIRONMENT', { environment: 'prod' }],
  ['project env alias create --project shop', {}],
  ['helm env alias create --environment prod --helm api --scope PROJECT', {}],
])('a command says where its alias is to be: %s', async (words, place) => {
  const { rows } = await read(`qovery ${words} --key B --alias A`)
  expect(rows).toEqual([
    { at: 1, key: 'A', target: 'B', description: null, interpolation: null, ...place },
  ])
})

test('of a unit of systemd only its environment is read', async () => {
  const { rows, notes } = await read(
    '[Unit]\nDescription=C\n[Service]\nPassEnvironment=B\nUser=B\nEnvironment=A=B\n',
  )
  expect(rows.map(({ at, key, target }) => [at, key, target])).toEqual([[6, 'A', 'B']])
  expect(notes).toEqual(['2 comments left out.', '3 other settings of systemd left out.'])
  expect(await pairs('[service]\nUser=B')).toEqual([[2, 'User', 'B']])
})

test('whatever decorates a line, it is the same row', async () => {
  const name = fc
    .stringMatching(/^[A-Z_][A-Z0-9_]{0,12}$/)
    .filter((text) => !/^REM|^ENV$|^ARG$|^SETX?$/.test(text))
  const around = (...signs: string[]) => fc.constantFrom(...signs)
  const line = fc
    .record({
      key: name,
      target: name,
      before: around('', '- ', '* ', '3. ', 'export ', 'set ', '$env:', '\t', '\uFEFF'),
      sign: around('=', ' = ', ': ', ' := '),
      quotes: around('""', "''", '“”', '„“', '«»', '``'),
      reference: around('X', '${X}', '$X', '{{X}}', '%X%', '$(X)'),
      after: around('', ';', ',', ' # why', ' // why', ' ', '\u200B'),
      isQuoted: fc.boolean(),
    })
    .filter(({ sign, before }) => sign.includes('=') || !/set|export/.test(before))
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (lines) => {
      const text = lines.map(
        ({ key, target, before, sign, quotes, reference, after, isQuoted }) => {
          const [open = '', close = ''] = isQuoted ? quotes : ''
          return before + key + sign + open + reference.replace('X', () => target) + close + after
        },
      )
      const { rows } = await read(text.join('\n'))
      expect(rows.map(({ at, key, target }) => [at, key, tidyName(target)])).toEqual(
        lines.map(({ key, target }, index) => [index + 1, key, target]),
      )
    }),
    { numRuns: 500 },
  )
})

test('each line of any text is a row, a comment or empty', async () => {
  const line = fc.oneof(
    fc.constantFrom('', '# note', 'A=B', 'junk', '; x', '- A=B', '[a]'),
    fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[\r\n#=/"'`<-]/g, '')),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1 }), async (lines) => {
      const { rows } = await read(lines.join('\n'))
      const left = lines.filter((each) => {
        const text = withoutBullet(each.trim())
        return text === '' || isComment(text)
      })
      expect(rows).toHaveLength(lines.length - left.length)
      for (const { at } of rows) expect(left).not.toContain(lines[at - 1])
    }),
  )
})
