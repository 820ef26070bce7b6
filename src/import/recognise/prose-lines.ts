/** The lines of a document without tables: their numbering, the heading they begin with, what names units. */
import { taskTextOf } from '../../domain/programme/source-offset.ts'
import type { Place, SourceDocument } from '../../domain/programme/source.ts'
import { extractIndicators } from '../extract/extract-indicators.ts'
import { annexMark, isPageMark, isSignature } from './asides.ts'
import type { Tail } from './find-tails.ts'
import { splitLeadingNumber } from './project-number.ts'
import { splitTasks, type TaskPart } from './split-tasks.ts'

export type ProseLine = {
  readonly block: number
  /** The line, from `start` on in its paragraph. */
  readonly text: string
  readonly start: number
  /** 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 5 for ①; 0 without a number. */
  readonly level: number
  readonly no: number | null
  /** Where the number ends and, of a run-in heading (“就业工程。新增…”), where that ends; offsets in `text`. */
  readonly numberEnd: number
  readonly nameEnd: number
  readonly parts: readonly TaskPart[]
  /** Tails before any text: the line names units for what stands above. */
  readonly leading: readonly Tail[]
  /** The mark of an annex: a new list begins. */
  readonly isAnnex: boolean
}

const levels: readonly RegExp[] = [
  /^第[一二三四五六七八九十百]{1,4}[章条件项类部分]{1,2}\s*[、.．：:]?|^[一二三四五六七八九十]{1,3}、/,
  /^[（(][一二三四五六七八九十]{1,3}[)）]/,
  /^\d{1,3}\s*(?:[、．]|\.(?!\d))|^第\d{1,3}[条件项]\s*[、.．：:]?/,
  /^[（(]\d{1,3}[)）]/,
  /^[①-⑳]|^\d{1,3}[)）]/,
]

/** 就业创业工程。 or 就业创业工程： before the sentences, or a line that is no more. */
const runIn = /^(?<name>[^。；;，,：:\d]{2,30})[。：:]\s*(?=\S)/u
const longestHeading = 40

export function proseLines(source: SourceDocument): ProseLine[] {
  return source.blocks.flatMap((block, index) => {
    if (block.kind !== 'paragraph') return []
    let start = 0
    return block.text.split('\n').flatMap((line): ProseLine[] => {
      const lineStart = start
      start += line.length + 1
      return readLine(line, index, lineStart)
    })
  })
}

function readLine(line: string, block: number, lineStart: number): ProseLine[] {
  const indent = line.length - line.trimStart().length
  const text = line.trim()
  if (text === '' || isPageMark(text) || isSignature(text)) return []
  const level = levels.findIndex((pattern) => pattern.test(text)) + 1
  const marked = level === 0 ? 0 : (levels[level - 1]?.exec(text)?.[0].length ?? 0)
  const numberEnd = marked + (/^\s*/.exec(text.slice(marked))?.[0].length ?? 0)
  const { parts, leading } = splitTasks(text.slice(numberEnd))
  const shift = <Range extends { start: number; end: number }>(range: Range): Range => ({
    ...range,
    start: range.start + numberEnd,
    end: range.end + numberEnd,
  })
  const shiftTail = (tail: Tail): Tail => ({ ...shift(tail), sections: tail.sections.map(shift) })
  const name = runIn.exec(
    text.slice(numberEnd, parts[0] === undefined ? numberEnd : numberEnd + parts[0].end),
  )
  return [
    {
      block,
      text,
      start: lineStart + indent,
      level,
      no: level === 0 ? null : numberOf(text.slice(0, marked)),
      numberEnd,
      nameEnd: name === null ? numberEnd : numberEnd + name[0].trimEnd().length,
      parts: parts.map((part) => ({ ...shift(part), tails: part.tails.map(shiftTail) })),
      leading: leading.map(shiftTail),
      isAnnex: annexMark.test(text),
    },
  ]
}

function numberOf(mark: string): number | null {
  const circled = mark.charCodeAt(0) - '①'.charCodeAt(0)
  if (circled >= 0 && circled < 20) return circled + 1
  const digits = mark.replaceAll(/[^\d一二三四五六七八九十]/g, '')
  return splitLeadingNumber({ name: `${digits}、`, start: 0, end: 0 }).number
}

/** A short line without a figure, a full stop or units: it can only head what follows. */
export function isHeadingLine({ text, numberEnd, parts, nameEnd }: ProseLine): boolean {
  const [only, ...more] = parts
  if (only === undefined || more.length > 0 || nameEnd > numberEnd) return false
  const words = text.slice(only.start, only.end)
  return words.length <= longestHeading && !/[。；;]/.test(words.slice(0, -1)) && !holdsFigure(words)
}

/** 15分钟生活圈工程 is a name, 新建学校5所 a promise. */
function holdsFigure(words: string): boolean {
  return /\d/.test(words) && extractIndicators(words, null).indicators.some(({ value }) => value !== null)
}

export function lineText({ text }: ProseLine, start: number, end: number): string {
  return taskTextOf(text.slice(start, end)).normalize('NFC')
}

export function placeOnLine({ block, start }: ProseLine, from: number, to: number): Place {
  return { block, start: start + from, end: start + to }
}
