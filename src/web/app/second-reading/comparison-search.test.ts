import { expect, it } from 'vitest'
import { changeKinds, readShown, writeShown, type ChangeKind } from './comparison-search.ts'

const everyChange = changeKinds.filter((kind) => kind !== 'unchanged')

it.each<[string, string | undefined, readonly ChangeKind[]]>([
  ['without a word, all that changed', undefined, everyChange],
  ['two kinds, in the order of the page', 'unchanged,new', ['new', 'unchanged']],
  ['nothing at all', '-', []],
  ['words that are no kinds', 'nonsense', []],
])('the address shows %s', (_, show, shown) => {
  expect(readShown(show)).toEqual(shown)
})

it.each<[readonly ChangeKind[]]>([[everyChange], [changeKinds], [['moved']], [[]]])(
  'what is on view comes back from its address: %j',
  (shown) => {
    expect(readShown(writeShown(shown))).toEqual(shown)
  },
)
