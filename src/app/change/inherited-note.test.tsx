import { renderToStaticMarkup as drawn } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { environmentOwner } from '../../qovery/owner'
import { testId } from '../../qovery/test-secrets'
import { useOwnerChain } from '../owner/owner-chain'
import { InheritedNote } from './inherited-note'

vi.mock('../owner/owner-chain', () => ({ useOwnerChain: vi.fn<typeof useOwnerChain>() }))
afterEach(() => {
  vi.resetAllMocks()
})

const owner = environmentOwner(testId(90), testId(91))
const textWith = (name: string | null) => {
  vi.mocked(useOwnerChain).mockReturnValue([{ owner, name, about: null }])
  return drawn(<InheritedNote owner={owner} />).replaceAll(/<[^>]*>/g, '')
}

test('whose a secret is reads as a sentence, with a name or without', () => {
  expect(textWith('production')).toMatch(/^It belongs to the environment production, and is/)
  expect(textWith(null)).toMatch(/^It belongs to the environment, and is changed there/)
})
