/** Names of cities, districts and towns, as headings of tables and of columns. */
import { splitLeadingNumber } from './project-number.ts'

/** A place that keeps a table of its own; 镇 and 街道 carry out what the county promises. */
const place = /^(?!全|.*(?:社|小|园|片|街|校|城|地)区$)\p{Script=Han}{1,6}(?:[市县区旗]|管委会)$/u

export function isDistrict(heading: string): boolean {
  return place.test(withoutNumber(heading))
}

/** A place that a column of shares is headed by. */
export function isPlaceName(head: string): boolean {
  return isDistrict(head) || /^\p{Script=Han}{1,6}(?:镇|乡|街道)$/u.test(head.replaceAll(/\s/g, ''))
}

export function withoutNumber(text: string): string {
  const plain = text.replaceAll(/\s/g, '')
  return plain.slice(splitLeadingNumber({ name: plain, start: 0, end: plain.length }).numberEnd)
}
