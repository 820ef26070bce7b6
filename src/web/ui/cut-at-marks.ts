/** A stretch of a text to be marked, [start, end) in UTF-16 units. */
export type Stretch = { readonly start: number; readonly end: number }

export type Segment<Mark extends Stretch> = {
  readonly start: number
  readonly text: string
  /** The marks that cover the whole segment. */
  readonly marks: readonly Mark[]
}

/** The text cut at every beginning and end of a mark: joined again, the segments are the text. Marks may overlap. */
export function cutAtMarks<Mark extends Stretch>(text: string, marks: readonly Mark[]): Segment<Mark>[] {
  const inText = (offset: number) => Math.min(Math.max(offset, 0), text.length)
  const cuts = new Set([0, text.length, ...marks.flatMap(({ start, end }) => [inText(start), inText(end)])])
  const points = [...cuts].toSorted((a, b) => a - b)
  return points.slice(0, -1).map((start, i) => {
    const end = points[i + 1] ?? text.length
    return {
      start,
      text: text.slice(start, end),
      marks: marks.filter((mark) => mark.start <= start && mark.end >= end),
    }
  })
}
