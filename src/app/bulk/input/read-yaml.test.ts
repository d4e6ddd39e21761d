import { describe, expect, test } from 'vitest'
import { readYaml } from './read-yaml'
import { tidyName } from './tidy-name'

const read = (yaml: string) => readYaml(yaml, () => undefined)
const pairs = async (yaml: string) => {
  const { rows } = await read(yaml)
  return rows.map(({ at, key, target, problem }) =>
    problem ? [at, problem] : [at, key, tidyName(target)],
  )
}

describe('aliases are read in the form', () => {
  test.each([
    ['a mapping', 'A: B\nC: "D"'],
    ['a mapping in braces', "{A: B, 'C': D}"],
    ['references', 'A: ${B}\nC: "{{D}}"'],
    ['a list of mappings', '- A: B\n- C: D'],
    ['a list of pairs', '- A=B\n- C=${D}'],
    ['lines set in by tabs', 'env:\n\tA: B\n\tC: D'],
    ['lines set in by what looks like spaces', 'env:\n\u00A0\u00A0A: B\n\u00A0\u00A0C: D'],
    ['lines as old Macs end them', 'env:\r  A: B\r  C: D'],
    ['names under any other name', 'config:\n  A: B\nsecrets:\n  C: ${D}'],
    ['a ConfigMap', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  A: B\n  C: D'],
    ['typographic quotes', '{“A”: “B”, “C”: “D”}'],
    ['a list of lines', 'aliases:\n  - A=B\n  - C -> D'],
    ['a list of arrows', 'aliases:\n  - A -> B\n  - C → D'],
    [
      'secrets that are told by two names',
      '- alias: A\n  secretName: shop\n  secretKey: B\n- alias: C\n  existingSecret: SHOP\n  existingSecretKey: D',
    ],
    ['a list of entries', '- alias: A\n  source: B\n- alias: C\n  points to: D'],
    ['entries by name', 'A:\n  source: B\nC:\n  source: D\n  description: why'],
    ['a list under a name', 'aliases:\n  - { key: A, value: B }\n  - { key: C, value: D }'],
    ['a mapping under a name', 'region: eu\nsecret_aliases:\n  A: B\n  C: D'],
    ['several documents', '---\nA: B\n---\nC: D\n...\n'],
    ['a mapping with a comment in each line', '# aliases\nA: B # why\n\nC: D\n'],
    ['anchors', 'aliases:\n  A: &x B\n  C: D\nrest: *x'],
    ['merged mappings', 'base: &base\n  A: B\naliases:\n  <<: *base\n  C: D'],
    ['references in braces without quotes', 'A: {{B}}\nC: {{ D }} # why'],
    [
      'a template of Helm',
      '{{- if .Values.on }}\nenv:\n  - name: A\n    value: {{ .Values.B | quote }}\n  - name: C\n    valueFrom:\n      secretKeyRef:\n        name: {{ include "shop.name" . }}\n        key: D\n{{- end }}',
    ],
    [
      'a template of an ExternalSecret',
      'target:\n  template:\n    data:\n      A: "{{ .B }}"\n      C: "{{ .D | toString }}"',
    ],
    ['block texts', 'A: |\n  B\nC: >-\n  D'],
    [
      'variables of Kubernetes',
      `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  template:
    spec:
      containers:
        - name: api
          image: api:1
          env:
            - name: A
              valueFrom:
                secretKeyRef:
                  name: shop
                  key: B
            - name: C
              value: $(D)
            - name: NODE
              valueFrom:
                fieldRef:
                  fieldPath: spec.nodeName
          ports:
            - name: http
              containerPort: 80
      volumes:
        - name: tls
          secret:
            secretName: tls`,
    ],
    [
      'an environment of Compose',
      'services:\n  api:\n    image: api\n    environment:\n      A: ${B}\n  web:\n    environment:\n      - C=$D\n      - PASSED_ON\n',
    ],
    [
      'an ExternalSecret',
      `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: shop
spec:
  data:
    - secretKey: A
      remoteRef:
        key: prod/shop
        property: B
    - secretKey: C
      remoteRef:
        key: D`,
    ],
    [
      'variables of Cloud Run',
      'env:\n  - name: A\n    valueFrom:\n      secretKeyRef: { key: latest, name: B }\n  - name: C\n    valueFrom:\n      secretKeyRef: { key: "2", name: D }',
    ],
    ['an object of JavaScript', "{\n  // a\n  A: 'B', // the db\n  C: 'D', // why\n}"],
    ['one with comments over lines', "{\n  /* X: Y,\n  Z */\n  A: 'B', C: 'D',\n}"],
    [
      'a document behind a Secret',
      'apiVersion: v1\nkind: Secret\nstringData:\n  X: hunter2\n---\nA: B\nC: D',
    ],
    [
      'a chart’s values',
      `api:
  env:
    A:
      secretKeyRef: { name: shop, key: B }
worker:
  extraSecrets:
    C:
      valueFrom:
        secretKeyRef: { name: shop, key: D }`,
    ],
    [
      'steps of a workflow',
      `- uses: actions/checkout@v4
- run: make
  with:
    token: x
  env:
    A: \${{ secrets.B }}
    C: \${{ secrets.D }}`,
    ],
    [
      'a workflow',
      'jobs:\n  test:\n    steps:\n      - run: make\n        env:\n          A: ${{ secrets.B }}\n          C: ${{ secrets.D }}',
    ],
  ])('%s', async (_, yaml) => {
    const rows = await pairs(yaml)
    expect(rows.map(([, ...names]) => names)).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ])
  })
})

test('each row names its line, in every document', async () => {
  expect(await pairs('# note\nA: B\nC: D\n---\n\nE: F\n')).toEqual([
    [2, 'A', 'B'],
    [3, 'C', 'D'],
    [6, 'E', 'F'],
  ])
  const long = Array.from({ length: 1800 }, (_, index) => `A${index}: B${index}`)
  const rows = await pairs(long.join('\n'))
  expect(rows).toEqual(long.map((_, index) => [index + 1, `A${index}`, `B${index}`]))
})

test('texts are what is written, whatever they look like', async () => {
  expect(await pairs('A: yes\nB: 0123\nC: 2024-01-01\nD: ~\nE:\nF: null')).toEqual([
    [1, 'A', 'yes'],
    [2, 'B', '0123'],
    [3, 'C', '2024-01-01'],
    [4, 'No target is named here.'],
    [5, 'No target is named here.'],
    [6, 'No target is named here.'],
  ])
})

test('never are names of fields the names of aliases', async () => {
  const yaml = [
    '- name: A\n  value: B',
    'name: A\nvalue: B',
    'name: A',
    'key: A\nvalue: B',
    'value: A',
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: A\ndata:\n  value: B',
    'spec:\n  name: A\n  key: B',
    'aliases:\n  - from: A\n    to: B',
    '- from: A\n  to: B',
  ]
  for (const text of yaml) {
    const { rows } = await read(text)
    expect(
      rows.filter(({ key }) => /^(?:name|value|key|kind|apiVersion|from|to)$/.test(key)),
    ).toEqual([])
  }
})

test('what is divided by names of its own, or has other texts, is no map of names', async () => {
  for (const yaml of ['aliases:\n  api:\n    A: B', 'config:\n  A: B\n  C: not a name'])
    expect((await read(yaml)).rows).toMatchObject([{ problem: 'No alias was found in this YAML.' }])
})

test('what takes nothing from a secret is left out, and told', async () => {
  const { rows, notes } = await read(
    '- name: A\n  value: B\n- name: C\n  valueFrom:\n    configMapKeyRef: { name: x, key: y }',
  )
  expect(rows).toMatchObject([{ key: 'A' }])
  expect(notes).toEqual(['1 entry left out (takes nothing from a secret): line 3.'])
})

test('a Secret of Kubernetes holds values, and none of it is read', async () => {
  const { rows, notes, holdsValues } = await read(
    'apiVersion: v1\nkind: Secret\ndata:\n  A: QUJD\nstringData:\n  B: hunter2',
  )
  expect(rows).toEqual([])
  expect(notes).toEqual(['Left out, since it holds values and no names: line 1.'])
  expect(holdsValues).toBe(true)
})

test('a text without aliases says so, and may hold values', async () => {
  const { rows, holdsValues } = await read('server:\n  port: 80\n  password: hunter2')
  expect(rows).toMatchObject([{ problem: 'No alias was found in this YAML.' }])
  expect(holdsValues).toBe(true)
})

test('a fault is told by its line, and takes no other line along', async () => {
  const { rows, notes, holdsValues } = await read('A: B\nC: @D\nE: F')
  expect(rows.map(({ at, key, problem }) => [at, key, problem])).toEqual([
    [1, 'A', undefined],
    [2, 'C', 'This is not valid YAML.'],
    [3, 'E', undefined],
  ])
  expect(notes).toEqual(['Not valid YAML, and left out: line 2.'])
  expect(holdsValues).toBe(true)
})

test('fields beside the aliases that are called like secrets may hold values', async () => {
  const holds = async (yaml: string) => (await read(yaml)).holdsValues
  expect(await holds('env:\n  A: B\nauth:\n  rootPassword: hunter2')).toBe(true)
  expect(await holds('env:\n  A: B\nauth:\n  existingSecret: shop-db\n  secretName: tls')).toBe(
    false,
  )
  expect(await holds('env:\n  DB_TOKEN: db-token\ntoken: ${{ secrets.X }}')).toBe(false)
  expect(await holds('aliases:\n  A: B\npasswords: [swordfish]')).toBe(true)
  const beside = 'name: A\n  value: swordfish\n  valueFrom: '
  expect(await holds(`- ${beside}{ secretKeyRef: { name: x, key: B } }`)).toBe(true)
  expect(await holds(`- ${beside}{ configMapKeyRef: { name: x, key: y } }`)).toBe(true)
})

test.each(['/*', '//', "'", '# ', '{ /* */'])(
  'at once, however often %j stands in it',
  async (piece) => {
    const { rows } = await read(`{A: B ${piece.repeat(20_000)}`)
    expect(rows.length).toBeGreaterThanOrEqual(0)
  },
)

test('what repeats itself without end is refused at once', async () => {
  const layers = Array.from(
    { length: 30 },
    (_, index) =>
      `a${index}: &a${index} [${Array.from({ length: 10 }, () => (index === 0 ? 'A=B' : `*a${index - 1}`)).join(', ')}]`,
  )
  const { rows } = await read(layers.join('\n'))
  expect(rows).toMatchObject([{ problem: expect.stringMatching(/repeats itself too often/) }])
})

test('an alias of YAML that nothing stands behind is a fault of its line', async () => {
  expect(await pairs('A: *nowhere\nB: C')).toEqual([
    [1, 'This is not valid YAML.'],
    [2, 'B', 'C'],
  ])
})
