import { expect, test } from 'vitest'
import { testTree } from '../bulk/plan/test-tree'
import { findInTree } from './find-in-tree'

const tree = testTree({ production: ['api', 'worker'], staging: ['api', 'Café'], empty: [] })
const found = (text: string) =>
  findInTree(tree, text).environments.map(({ name, services }) => [
    name,
    services.map(({ service }) => service.name),
  ])

test.each([
  ['', tree.environments.map(({ name, services }) => [name, services.map((s) => s.service.name)])],
  ['PROD', [['production', ['api', 'worker']]]],
  [
    ' api ',
    [
      ['production', ['api']],
      ['staging', ['api']],
    ],
  ],
  ['cafe\u0301', [['staging', ['Café']]]],
  ['emp', [['empty', []]]],
  ['nowhere', []],
])('%j finds environments by name, and others for the services that have it', (text, expected) => {
  expect(found(text)).toEqual(expected)
})
