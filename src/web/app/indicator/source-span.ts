/** Where a promise stands in the document it was read from. */
import type { IndicatorRow, TaskRow } from '../../../contract/programmes.ts'
import { getPlaceText, linearOffset, sourceOffset } from '../../../domain/programme/source-offset.ts'
import type { Place, SourceDocument } from '../../../domain/programme/source.ts'
import type { Stretch } from '../../ui/cut-at-marks.ts'

/** The promise's stretch of its paragraph or cell. */
export function placeOfPromise(source: SourceDocument, task: TaskRow, promise: IndicatorRow): Place {
  const { place } = task
  const text = getPlaceText(source, place).slice(place.start, place.end)
  return {
    ...place,
    start: place.start + sourceOffset(text, promise.start),
    end: place.start + sourceOffset(text, promise.end - 1) + 1,
  }
}

/** First and last character of the place, counted from 1 through the whole document. */
export function charactersOf(source: SourceDocument, place: Place): { from: number; to: number } {
  const before = linearOffset(source, place)
  return { from: before + 1, to: before + place.end - place.start }
}

/** The sentence around a stretch, from full stop to full stop. */
export function sentenceAround(text: string, { start, end }: Stretch): Stretch {
  const before = Math.max(...['。', '；', '！'].map((stop) => text.lastIndexOf(stop, start - 1)))
  const stops = ['。', '；', '！'].map((stop) => text.indexOf(stop, end - 1)).filter((at) => at !== -1)
  return {
    start: start === 0 ? 0 : before + 1,
    end: stops.length === 0 ? text.length : Math.min(...stops) + 1,
  }
}
