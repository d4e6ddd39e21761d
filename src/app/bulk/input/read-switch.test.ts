import { expect, test } from 'vitest'
import { readSwitch } from './read-switch'

test.each([
  ['true', 'false'],
  ['TRUE', 'FALSE'],
  ['yes', 'no'],
  ['On', 'Off'],
  ['1', '0'],
  ['VRAI', 'FAUX'],
  ['WAHR', 'FALSCH'],
  ['VERDADERO', 'FALSO'],
  ['VERDADEIRO', 'FALSO'],
  ['VERO', 'FALSO'],
  ['SAND', 'FALSK'],
  ['SANN', 'USANN'],
  ['SANT', 'FALSKT'],
  ['TOSI', 'EPÄTOSI'],
  ['PRAWDA', 'FAŁSZ'],
  ['PRAVDA', 'NEPRAVDA'],
  ['IGAZ', 'HAMIS'],
  ['DOĞRU', 'YANLIŞ'],
  ['ИСТИНА', 'ЛОЖЬ'],
  ['WAAR', 'ONWAAR'],
  ['да', 'нет'],
  ['ja', 'nein'],
  ['oui', 'non'],
  ['sí', 'no'],
  ['si\u0301', 'na\u0303o'],
  ['✓', '✗'],
  [' x ', '-'],
])('%s is on, %s is off', (on, off) => {
  expect([readSwitch(on), readSwitch(off)]).toEqual([true, false])
})

test.each([
  ['', null],
  [' ', null],
  ['null', null],
  ['maybe', undefined],
  ['2', undefined],
])('%j is %s', (written, meant) => expect(readSwitch(written)).toBe(meant))
