import { expect } from 'playwright/test'
import { fieldOf } from '../pages/alias-form'
import { test } from '../servers/live-console'
import { openLiveForm } from '../pages/live-page'
import { builtInSecretId, valueSecretId } from '../servers/upstream/model'
import { withFields } from '../servers/upstream/useless-answers'

const linked = {
  mount_path: '/etc/tls/bundle.pem',
  scope: 'BUILT_IN',
  variable_type: 'FILE',
  description: 'Rotated every spring',
  enable_interpolation_in_file: true,
}
const answer = {
  updated_at: '2024-03-01T00:00:00Z',
  description: 'Expected by the API service',
  enable_interpolation_in_file: true,
  service_id: '77777777-0000-4000-8000-000000000001',
  service_name: 'billing-api',
  service_type: 'CONTAINER',
  owned_by: 'DOPPLER',
  aliased_secret: { id: valueSecretId, key: 'THE_ALIASED_ONE', ...linked },
  overridden_secret: { id: builtInSecretId, key: 'THE_OVERRIDDEN_ONE', ...linked },
}

test('an answer with every documented field is shown with every documented field', async ({
  page,
  testbeds,
}) => {
  const { upstream, server } = testbeds.live
  upstream.fault({
    operation: 'createProjectSecretAlias',
    commit: true,
    answer: withFields(answer),
  })
  const form = await openLiveForm(page, server.url)
  await form.create.click()

  const shown: [typeof form.created, Record<string, RegExp>][] = [
    [
      form.created,
      {
        ID: /[0-9a-f-]{36}/,
        Key: /FAULT_KEY/,
        Scope: /^Project$/,
        Type: /^Alias$/,
        Description: /^Expected by the API service$/,
        'Interpolation in file': /^on$/,
        Service: /billing-api CONTAINER .*77777777-0000-4000-8000-000000000001/,
        'Owned by': /^Doppler$/,
        Created: /\d/,
        Updated: /2024/,
      },
    ],
    ...([form.target, form.overridden] as const).map(
      (card, index): [typeof form.created, Record<string, RegExp>] => [
        card,
        {
          ID: new RegExp([valueSecretId, builtInSecretId][index] ?? ''),
          Key: [/THE_ALIASED_ONE/, /THE_OVERRIDDEN_ONE/][index] ?? /never/,
          Scope: /^Built-in$/,
          Type: /^File$/,
          'Mount path': /^\/etc\/tls\/bundle\.pem$/,
          Description: /^Rotated every spring$/,
          'Interpolation in file': /^on$/,
        },
      ],
    ),
  ]
  for (const [card, fields] of shown) {
    for (const [term, text] of Object.entries(fields)) {
      await expect(fieldOf(card, term), term).toHaveText(text)
    }
  }
  await expect(form.result.getByRole('figure')).toContainText('overrides THE_OVERRIDDEN_ONE')
})
