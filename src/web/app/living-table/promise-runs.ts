/** A task's sentence cut into links and plain words. */
import type { IndicatorRow } from '../../../contract/programmes.ts'
import { cutAtMarks, type Segment, type Stretch } from '../../ui/cut-at-marks.ts'

/** A stretch that leads to one promise (or to none), in pieces of which some are hits of the text search. */
export type PromiseRun = Stretch & {
  readonly promise: IndicatorRow | undefined
  /** The stretch also lies within another promise. */
  readonly nested: boolean
  /** A promise goes on here behind one that stands inside it. */
  readonly continued: boolean
  readonly pieces: readonly Segment<Stretch>[]
}

/** The sentence as runs in order: joined again, their pieces are the text. */
export function promiseRuns(
  text: string,
  promises: readonly IndicatorRow[],
  words: readonly string[],
): PromiseRun[] {
  const owners = ownersOf(text, promises)
  const hits = findHits(text, words)
  const starts = owners.flatMap((owner, i) => (i === 0 || owner !== owners[i - 1] ? [i] : []))
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? text.length
    const promise = owners[start]
    const own = hits.map((hit) => ({ start: hit.start - start, end: hit.end - start }))
    return {
      start,
      end,
      promise,
      nested: promises.some((other) => other !== promise && other.start < end && other.end > start),
      continued: promise !== undefined && owners.indexOf(promise) < start,
      pieces: cutAtMarks(text.slice(start, end), own),
    }
  })
}

/**
 * Which promise each character leads to. Links cannot stand inside links: where promises overlap, the words belong to
 * the shortest. A promise that is left without a word gets half of the last ones it shares.
 */
function ownersOf(text: string, promises: readonly IndicatorRow[]): (IndicatorRow | undefined)[] {
  const owners = Array.from<IndicatorRow | undefined>({ length: text.length })
  const lengthOf = ({ start, end }: Stretch) => end - start
  for (const promise of promises.toSorted((a, b) => lengthOf(b) - lengthOf(a)))
    owners.fill(promise, promise.start, promise.end)
  for (const promise of promises.filter((each) => !owners.includes(each))) {
    const { start, end } = promise
    const shared =
      end - 1 - owners.slice(start, end).findLastIndex((owner) => owner !== owners[end - 1]) - start
    owners.fill(promise, end - Math.ceil(shared / 2), end)
  }
  return owners
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
