/** A first guess at the target in a stretch of a sentence, for a person to correct: form fields, nothing more. */
import type { Comparator } from '../../../domain/target.ts'
import { readTypedNumber } from '../../../domain/typed-number.ts'
import type { TargetValues } from './target-values.ts'

const figure = /(\d[\d,]*(?:\.\d+)?\s*[百千万亿]?)\s*(人次|场次|批次|平方米|平方公里|公里|%|\p{Script=Han})?/u
const comparatorWords: readonly (readonly [RegExp, Comparator])[] = [
  [/不低于|不少于|至少|突破|超过|以上|超/, 'gte'],
  [/不超过|以内|以下/, 'lte'],
  [/左右|约/, 'approx'],
]

/** Punctuation that stands between parts belongs to neither. */
export function withoutEdges(text: string, start: number, end: number): { start: number; end: number } {
  const edge = /[\s、，,。；;：:]/
  let [from, to] = [start, end]
  while (from < to && edge.test(text.charAt(from))) from += 1
  while (to > from && edge.test(text.charAt(to - 1))) to -= 1
  return { start: from, end: to }
}

/** `near` is the promise it was cut from, or the one before it: its verb, deadline and ledger are likely shared. */
export function guessTarget(stretch: string, near: TargetValues): TargetValues {
  const plain = stretch.normalize('NFKC')
  const found = figure.exec(plain)
  const comparator = comparatorWords.find(([words]) => words.test(plain))
  const words = comparatorWords.reduce(
    (text, [pattern]) => text.replace(pattern, ''),
    plain.replace(figure, ''),
  )
  const object = withoutVerb(words, near.action)
  if (!found)
    return {
      ...near,
      kind: numberless(near.kind),
      object,
      value: '',
      valueMax: '',
      unit: '',
      comparator: 'eq',
    }
  const unit = found[2] ?? ''
  return {
    ...near,
    kind: unit === '%' ? 'rate' : 'quantity',
    object,
    value: readTypedNumber(found[1] ?? '') ?? '',
    valueMax: '',
    unit,
    comparator: comparator?.[1] ?? 'eq',
  }
}

function numberless(kind: TargetValues['kind']): TargetValues['kind'] {
  return kind === 'quantity' || kind === 'rate' ? 'milestone' : kind
}

function withoutVerb(words: string, verb: string): string {
  const { start, end } = withoutEdges(words, 0, words.length)
  const trimmed = words.slice(start, end)
  return verb !== '' && trimmed.startsWith(verb) ? trimmed.slice(verb.length) : trimmed
}
