/** A task's sentence cut into links and plain words. */
import type { IndicatorRow } from '../../../contract/programmes.ts'
import { cutAtMarks, type Stretch } from '../../ui/cut-at-marks.ts'

/** A stretch that leads to one promise (or to none), in pieces of which some are hits of the text search. */
export type PromiseRun = {
  readonly start: number
  readonly promise: IndicatorRow | undefined
  /** The stretch also lies within a wider promise. */
  readonly nested: boolean
  /** A wider promise goes on here behind one that stands inside it. */
  readonly continued: boolean
  readonly pieces: readonly { readonly start: number; readonly text: string; readonly hit: boolean }[]
}

type PieceMark = Stretch & ({ readonly promise: IndicatorRow } | { readonly promise?: undefined })

/**
 * Links cannot stand inside links: where promises overlap, the words belong to the narrowest of them. A promise whose
 * every word belongs to others would have no link; it gets the last words it shares.
 */
export function promiseRuns(
  text: string,
  promises: readonly IndicatorRow[],
  words: readonly string[],
): PromiseRun[] {
  const hits = findHits(text, words)
  const marks: PieceMark[] = [
    ...promises.map((promise) => ({ start: promise.start, end: promise.end, promise })),
    ...hits,
  ]
  const segments = cutAtMarks(text, marks).map((segment) => ({
    ...segment,
    covering: segment.marks.flatMap(({ promise }) => (promise ? [promise] : [])).toSorted(byLength),
    hit: segment.marks.some(({ promise }) => promise === undefined),
  }))
  const owners = segments.map(({ covering }) => covering[0])
  for (const promise of promises) {
    if (owners.includes(promise)) continue
    const last = segments.findLastIndex(({ covering }) => covering.includes(promise))
    if (last !== -1) owners[last] = promise
  }
  const runs: PromiseRun[] = []
  segments.forEach((segment, i) => {
    const promise = owners[i]
    const piece = { start: segment.start, text: segment.text, hit: segment.hit }
    const previous = runs.at(-1)
    if (previous && previous.promise === promise) {
      const nested = previous.nested || segment.covering.length > 1
      runs[runs.length - 1] = { ...previous, nested, pieces: [...previous.pieces, piece] }
      return
    }
    const continued = promise !== undefined && runs.some((run) => run.promise === promise)
    runs.push({
      start: segment.start,
      promise,
      nested: segment.covering.length > 1,
      continued,
      pieces: [piece],
    })
  })
  return runs
}

function byLength(a: IndicatorRow, b: IndicatorRow): number {
  return a.end - a.start - (b.end - b.start) || a.start - b.start
}

/** Every place where one of the words stands, whatever the case. */
export function findHits(text: string, words: readonly string[]): Stretch[] {
  const lower = text.toLowerCase()
  return words.flatMap((word) => {
    const found: Stretch[] = []
    for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + word.length)) {
      found.push({ start: at, end: at + word.length })
    }
    return found
  })
}
