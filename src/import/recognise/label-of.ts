/** A short name for an item that has none: how its text begins. */
import { taskTextOf } from '../../domain/programme/source-offset.ts'
import { splitLeadingNumber } from './project-number.ts'

const longestLabel = 30

export function labelOf(text: string): string {
  const plain = taskTextOf(text).normalize('NFC')
  const rest = plain.slice(splitLeadingNumber({ name: plain, start: 0, end: plain.length }).numberEnd)
  const first = /^[^：:。；;，,]+/.exec(rest)?.[0].trim() ?? rest
  return first.length <= longestLabel ? first : `${first.slice(0, longestLabel - 1)}…`
}
