/**
 * Which properties the text has at which place of the file (MS-DOC §2.8.5, §2.8.6 and §2.9.32 to §2.9.34): a list of
 * pages of 512 bytes, each with the stretches it covers and their properties.
 */
import { Problem } from '../../domain/problems/problem.ts'
import type { DocFile, Stretch } from './doc-file.ts'
import { part } from './doc-properties.ts'

/** A stretch of the stream "WordDocument", the end not included, and the properties of the text there. */
export type Run = { readonly start: number; readonly end: number; readonly properties: DataView }

const pageLength = 512
const nothing = new DataView(new ArrayBuffer(0))

export function characterRuns(file: DocFile): Run[] {
  return runsOn(file, file.characterPages, (page, slot, count) => {
    const at = 2 * page.getUint8(4 * (count + 1) + slot)
    return at === 0 ? nothing : part(page, at + 1, page.getUint8(at))
  })
}

/** One run for each paragraph; its style's number, which comes first, is left out. */
export function paragraphRuns(file: DocFile): Run[] {
  return runsOn(file, file.paragraphPages, (page, slot, count) => {
    const at = 2 * page.getUint8(4 * (count + 1) + 13 * slot)
    if (at === 0) return nothing
    const words = page.getUint8(at)
    const [start, length] = words === 0 ? [at + 2, 2 * page.getUint8(at + 1)] : [at + 1, 2 * words - 1]
    return length < 2 ? nothing : part(page, start + 2, length - 2)
  })
}

function runsOn(
  { main, table }: DocFile,
  pages: Stretch,
  propertiesOf: (page: DataView, slot: number, count: number) => DataView,
): Run[] {
  const pageCount = Math.max(0, Math.floor((pages.length - 4) / 8))
  if (pageCount * pageLength > main.byteLength) throw new Problem('document.broken', { part: 'PLCF' })
  const runs: Run[] = []
  for (let index = 0; index < pageCount; index++) {
    const number = table.getUint32(pages.at + 4 * (pageCount + 1 + index), true) & 0x3fffff
    const page = part(main, number * pageLength, pageLength)
    const count = page.getUint8(pageLength - 1)
    for (let slot = 0; slot < count; slot++) {
      const [start, end] = [page.getUint32(4 * slot, true), page.getUint32(4 * slot + 4, true)]
      if (end > start) runs.push({ start, end, properties: propertiesOf(page, slot, count) })
    }
  }
  return runs.toSorted((a, b) => a.start - b.start)
}

/** Finds the run that a place is in. Places are mostly asked for in order, so the last answer is tried first. */
export function runFinder<Found extends { readonly start: number; readonly end: number }>(
  runs: readonly Found[],
): (place: number) => Found | undefined {
  let last = 0
  return (place) => {
    for (const index of [last, last + 1]) {
      const run = runs[index]
      if (run !== undefined && place >= run.start && place < run.end) {
        last = index
        return run
      }
    }
    last = lastStartingBefore(runs, place)
    const run = runs[last]
    return run !== undefined && place >= run.start && place < run.end ? run : undefined
  }
}

function lastStartingBefore(runs: readonly { readonly start: number }[], place: number): number {
  let [low, high] = [0, runs.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((runs[middle]?.start ?? Infinity) <= place) low = middle
    else high = middle - 1
  }
  return low
}
