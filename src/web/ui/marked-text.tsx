import type { Stretch } from './cut-at-marks.ts'
import { cutAtMarks } from './cut-at-marks.ts'

/** A text with some stretches of it marked. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Stretch[] }) {
  return cutAtMarks(text, marks).map((segment) =>
    segment.marks.length === 0 ? segment.text : <mark key={segment.start}>{segment.text}</mark>,
  )
}
