/** A text that people paste into Bulk, and what becomes of it. */
interface Pasted {
  name: string
  text: string
  /** What each alias points at, all of them to be created. */
  creates?: Record<string, string>
  /** What stands in no row. */
  never?: string[]
  /** What is nowhere on the page. */
  hides?: string[]
  says?: RegExp
}

const [db, sentry, webhook] = ['DB_MASTER_PASSWORD', 'SENTRY_DSN', 'WEBHOOK_SIGNING_SECRET']

export const pasted: Pasted[] = [
  {
    name: 'a column called source, beside one called value',
    text: `alias,value,source\nSHOP_A,${sentry},${db}`,
    creates: { SHOP_A: db },
  },
  {
    name: 'a column called alias, behind one called key',
    text: `key,alias,source\n${db},SHOP_B,${sentry}`,
    creates: { SHOP_B: sentry },
  },
  {
    name: 'columns in other words, from a sheet that separates by semicolons',
    text: `Alias key;Points to\nSHOP_C;${webhook}`,
    creates: { SHOP_C: webhook },
  },
  {
    name: 'the environment of a container in Kubernetes',
    text: `- name: SHOP_D\n  valueFrom:\n    secretKeyRef:\n      name: shop\n      key: ${sentry}\n- name: SHOP_PLAIN\n  value: ${db}\n`,
    creates: { SHOP_D: sentry },
    never: ['value', 'key', 'name'],
  },
  {
    name: 'what Qovery’s CLI lists, aliases among others',
    text: `[{"key":"SHOP_E","value":null,"type":"Secret Alias","alias_parent_key":"${db}"},{"key":"SHOP_NONE","value":"${sentry}","alias_parent_key":null}]`,
    creates: { SHOP_E: db },
    never: ['SHOP_NONE'],
  },
  {
    name: 'a Terraform list with an empty description',
    text: `secret_aliases = [\n  { key = "SHOP_F", value = "${sentry}", description = "" },\n]`,
    creates: { SHOP_F: sentry },
  },
  {
    name: 'a resource as terraform state show prints it',
    text: `# qovery_project.shop:\nresource "qovery_project" "shop" {\n    id             = "55555555-5555-4555-8555-555555555555"\n    secret_aliases = [\n        {\n            description = ""\n            id          = "66666666-6666-4666-8666-666666666666"\n            key         = "SHOP_G"\n            value       = "${webhook}"\n        },\n    ]\n    secrets        = (sensitive value)\n}`,
    creates: { SHOP_G: webhook },
  },
  {
    name: 'an .env file whose first comment has commas',
    text: `# For the shop, its worker, and cron\nSHOP_H=${db}\n`,
    creates: { SHOP_H: db },
  },
  {
    name: 'a table with blanks around its cells',
    text: `alias, source, description\nSHOP_I, ${db}, "shop, and worker"\nSHOP_J , ${sentry} ,x`,
    creates: { SHOP_I: db, SHOP_J: sentry },
  },
  {
    name: 'entries of a Terraform list, without the list',
    text: `{\n  key   = "SHOP_K" # worker\n  value = "${sentry}"\n},\n{\n  key   = "SHOP_L"\n  value = "${db}"\n},`,
    creates: { SHOP_K: sentry, SHOP_L: db },
  },
  {
    name: 'variables as Qovery’s API lists them',
    text: `{"results":[{"id":"77777777-7777-4777-8777-777777777777","key":"SHOP_M","value":null,"is_secret":true,"aliased_variable":{"id":"88888888-8888-4888-8888-888888888888","key":"${sentry}"}}]}`,
    creates: { SHOP_M: sentry },
  },
  {
    name: 'switches as a sheet in French or German writes them',
    text: `alias;source;enable_interpolation_in_file\nSHOP_N;${sentry};VRAI\nSHOP_O;${db};FALSCH`,
    creates: { SHOP_N: sentry, SHOP_O: db },
  },
  {
    name: 'references of three kinds',
    text: `SHOP_P=\${${sentry}}\nSHOP_Q=$${db}\nSHOP_R={{${webhook}}}`,
    creates: { SHOP_P: sentry, SHOP_Q: db, SHOP_R: webhook },
  },
  {
    name: 'quotes as a word processor sets them',
    text: `SHOP_S=“${sentry}”`,
    creates: { SHOP_S: sentry },
  },
  {
    name: 'invisible characters and odd blanks around a target',
    text: `SHOP_T=${sentry}\u200b\nSHOP_U=\u00a0${db}`,
    creates: { SHOP_T: sentry, SHOP_U: db },
  },
  {
    name: 'dashes before lines, semicolons and commas behind them',
    text: `- SHOP_V=${sentry}\nexport SHOP_W=${db};\nSHOP_X=${webhook},`,
    creates: { SHOP_V: sentry, SHOP_W: db, SHOP_X: webhook },
  },
  {
    name: 'a private key over several lines, among names',
    text: `SHOP_PEM="-----BEGIN X-----\nMIIshop+d\nU0hPUA==\n-----END X-----"\nSHOP_Y=${sentry}`,
    creates: { SHOP_Y: sentry },
    never: ['U0hPUA', 'MIIshop+d'],
    hides: ['MIIshop+d', 'U0hPUA'],
  },
  {
    name: 'an empty Terraform list',
    text: 'resource "qovery_project" "shop" {\n  secret_aliases = []\n}',
    says: /list is empty/,
  },
  {
    name: 'values instead of names',
    text: 'SHOP_Z1=correct-horse-battery\nSHOP_Z2=postgres://u:s3cr3t@h/db',
    never: ['SHOP_Z1', 'SHOP_Z2'],
    says: /left out, neither shown nor stored/,
  },
]
