import { describe, expect, it } from 'vitest'
import type { IndicatorRow } from '../../../contract/programmes.ts'
import { promiseRuns } from './promise-runs.ts'

const text = '建成口袋公园28个和步道5公里。'

/** A promise over the given words of `text`. */
function promise(id: string, words: string): IndicatorRow {
  const start = text.indexOf(words)
  return { id, start, end: start + words.length } as unknown as IndicatorRow
}

/** "[a:words]" is a link to promise a, "*" follows a continued one, "words" is plain. */
function drawn(promises: readonly IndicatorRow[], words: readonly string[] = []): string {
  return promiseRuns(text, promises, words)
    .map((run) => {
      const inside = run.pieces
        .map((piece) => (piece.marks.length > 0 ? `<${piece.text}>` : piece.text))
        .join('')
      return run.promise ? `[${run.promise.id}:${inside}]${run.continued ? '*' : ''}` : inside
    })
    .join('')
}

describe('a sentence', () => {
  it('keeps all its words when nothing is promised in it', () => {
    expect(drawn([])).toBe(text)
  })

  it('has a link where a promise stands', () => {
    expect(drawn([promise('a', '建成口袋公园28个'), promise('b', '步道5公里')])).toBe(
      '[a:建成口袋公园28个]和[b:步道5公里]。',
    )
  })

  it('gives the words of a promise within another to the inner one, and the rest to the outer', () => {
    expect(drawn([promise('outer', '建成口袋公园28个和步道5公里'), promise('inner', '口袋公园28个')])).toBe(
      '[outer:建成][inner:口袋公园28个][outer:和步道5公里]*。',
    )
  })

  it('gives the shared words of overlapping promises to the shorter', () => {
    expect(drawn([promise('long', '建成口袋公园28个'), promise('short', '28个和步道')])).toBe(
      '[long:建成口袋公园][short:28个和步道]5公里。',
    )
  })

  it('gives every promise a link, even where two stand on the very same words', () => {
    const runs = promiseRuns(text, [promise('a', '步道5公里'), promise('b', '步道5公里')], [])
    expect(new Set(runs.flatMap((run) => (run.promise ? [run.promise.id as string] : [])))).toEqual(
      new Set(['a', 'b']),
    )
  })

  it('marks hits inside and across links', () => {
    expect(drawn([promise('a', '建成口袋公园28个')], ['公园', '个和'])).toBe(
      '[a:建成口袋<公园>28<个>]<和>步道5公里。',
    )
  })
})
