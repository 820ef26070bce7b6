import { expect, it } from 'vitest'
import { shortcutOf } from './shortcuts.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

it.each([
  ['ArrowDown', {}, 'next'],
  ['k', {}, 'previous'],
  ['C', {}, 'confirm'], // with caps lock on
  ['z', { ctrlKey: true }, 'undo'],
  ['z', { metaKey: true }, 'undo'],
  ['z', { ctrlKey: true, shiftKey: true }, undefined], // redo elsewhere
  ['c', { ctrlKey: true }, undefined], // copying is not confirming
  ['a', { altKey: true }, undefined],
  ['q', {}, undefined],
])('%s with %o means %s', (key, modifiers, meaning) => {
  expect(shortcutOf({ ...plain, ...modifiers, key })).toBe(meaning)
})
