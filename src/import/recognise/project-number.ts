/** The number of a project as tables print it: 5, 5., （五）, 五、, 第五项. */
import type { Piece } from './piece.ts'

const digits = '一二三四五六七八九'
const numbering = /^[第（(]?\s*(\d{1,4}|[一二三四五六七八九十]{1,4})\s*[项、.．)）]*$/
/** Numbering before a name on the same line needs its mark: 三、 or （三） or 3. */
const leadingNumber =
  /^(?:[（(](\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|(\d{1,3}|[一二三四五六七八九十]{1,3})[、.．])\s*/

/** The number that a cell holds alone; undefined when it holds none. */
export function findProjectNumber(text: string): number | undefined {
  const found = numbering.exec(text.replaceAll(/\s/g, ''))?.[1]
  return found === undefined ? undefined : parse(found)
}

/** A name with the numbering in front of it taken apart: 三、就业工程. `number` is null when there is none. */
export function splitLeadingNumber(piece: Piece): { number: number | null; numberEnd: number } {
  const found = leadingNumber.exec(piece.name)
  if (found === null) return { number: null, numberEnd: piece.start }
  return { number: parse(found[1] ?? found[2] ?? ''), numberEnd: piece.start + found[0].length }
}

/** Which one of several a heading says it is: 三、就业工程, 项目三：…. */
export function countedBy(heading: string): number | null {
  const named =
    /^(?:项目|工程|任务|实事|事项|类别)\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*[：:、.．\s]/.exec(
      heading,
    )?.[1]
  return named === undefined
    ? splitLeadingNumber({ name: heading, start: 0, end: heading.length }).number
    : parse(named)
}

/** Numbers up to 99 in either script. */
function parse(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens ?? '') + 1) : 0
  return ten * 10 + digits.indexOf(ones === '' ? '\0' : (ones ?? '')) + 1
}
