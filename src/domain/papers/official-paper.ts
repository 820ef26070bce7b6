/** An official paper as it is printed (GB/T 9704-2012): what stands in it, in order. How it looks is src/reports/official-docx.ts. */
import type { TableGrid } from '../values/table-grid.ts'

export type OfficialPaper = {
  /** 版头, null where a letter has none: the mark in red, what numbers the paper (“第3期”, “〔2023〕3号”), and for a bulletin who issues it and when. */
  readonly head: {
    readonly mark: string
    readonly number: string
    /** Left and right above the red line; of a compact head beside the number, which may be "". */
    readonly line: readonly [issuer: string, date: string] | null
    /** For a paper of one page: all in two lines at the top. */
    readonly compact: boolean
  } | null
  readonly title: string
  /** 主送机关, with its colon; null where there is none. */
  readonly addressee: string | null
  readonly body: readonly (PaperBlock | PaperForm)[]
  /** 署名 and 成文日期; null where the head says both. */
  readonly signature: { readonly issuer: string; readonly date: string } | null
  /** 版记; null where the paper has none. */
  readonly imprint: { readonly copies: string | null; readonly issuer: string; readonly date: string } | null
  /** Wide tables, each on pages of its own across. */
  readonly annexes: readonly PaperAnnex[]
}

/** What follows from a typed text alone. */
export type PaperWords = Omit<OfficialPaper, 'annexes' | 'body'> & { readonly body: readonly PaperBlock[] }

export type PaperAnnex = { readonly title: string; readonly grid: TableGrid }

/** Headings by their numbers: 一、 is level 1, （一） level 2, 1. level 3. */
export type PaperBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }

/** A form as wide as the text: a row holds one field, or two side by side. */
export type PaperForm = { readonly kind: 'form'; readonly rows: readonly (readonly FormField[])[] }
export type FormField = { readonly name: string; readonly value: string }

const numerals = '[一二三四五六七八九十]{1,3}'
const headings = [new RegExp(`^${numerals}、`), new RegExp(`^（${numerals}）`), /^\d{1,2}[.．]/] as const

/** A heading ends without a full stop or fits a line; a longer one is a paragraph that begins with a number. */
const longestHeading = 28

/** The blocks of text typed line by line; empty lines are left out. */
export function paperBlocks(text: string): readonly PaperBlock[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): PaperBlock => {
      const level = headings.findIndex((pattern) => pattern.test(line)) + 1
      return (level === 1 || level === 2 || level === 3) && line.length <= longestHeading
        ? { kind: 'heading', level, text: line }
        : { kind: 'paragraph', text: line }
    })
}

/** In characters: digits and Latin letters take half the room. */
export function widthInCharacters(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character < '\u2e80' ? 0.5 : 1), 0)
}

/** The words of the standard around what a paper holds: 附件说明 (§7.3.4), 抄送 and 印发 (§7.4). */
export function annexLine(title: string): string {
  return `附件：${title}`
}

export function copiesLine(copies: string): string {
  return `抄送：${copies}`
}

export function printedLine(date: string): string {
  return `${date}印发`
}
