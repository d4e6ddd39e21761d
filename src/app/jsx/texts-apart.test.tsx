import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup as drawn } from 'react-dom/server'
import { expect, test } from 'vitest'

const Passing = ({ children }: { children: ReactNode }) => <p>{children}</p>
const Icon = () => <i />
const never: boolean = Date.now() < 0

test('a text that stands beside an element has an element of its own, with the texts that follow it', () => {
  expect(
    drawn(
      <p>
        Edit {1} of <b>all</b>, {never && 'never'}now
      </p>,
    ),
  ).toBe('<p><span>Edit 1 of </span><b>all</b><span>, now</span></p>')
})

test('so has one that comes and goes, in a fragment, or through a component', () => {
  expect(
    drawn(
      <p>
        {never && <Icon />}
        {never ? '' : 'here'}
        <Icon />
      </p>,
    ),
  ).toBe('<p><span>here</span><i></i></p>')
  expect(
    drawn(
      <Passing>
        one <Icon />
        <>two</>
      </Passing>,
    ),
  ).toBe('<p><span>one </span><i></i><span>two</span></p>')
})

test('so has one whose element a library makes', () => {
  const Library = ({ children }: { children: ReactNode }) => createElement('a', {}, children)
  expect(
    drawn(
      <Library>
        All of <b>it</b>
      </Library>,
    ),
  ).toBe('<a><span>All of </span><b>it</b></a>')
})

test('what is text alone is the one text of its element', () => {
  const count = 3
  expect(
    drawn(
      <Passing>
        {count} of {never ? 'none' : 'all'}
      </Passing>,
    ),
  ).toBe('<p>3 of all</p>')
  expect(
    drawn(
      <option>
        {count}: {count}
      </option>,
    ),
  ).toBe('<option>3: 3</option>')
  expect(drawn(<p>{''}</p>)).toBe('<p></p>')
})
