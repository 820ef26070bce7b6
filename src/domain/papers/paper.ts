/**
 * The papers that are drafted from a frozen month, edited, and then numbered and sealed (glossary: 文书). Their text is
 * typed; their figures and annexes come from the snapshot alone.
 */
import type { MonthSnapshot } from '../reporting/snapshot.ts'
import type { PostId } from '../values/ids.ts'
import { paperBlocks, type OfficialPaper, type PaperWords } from './official-paper.ts'
import { monthlyTable } from './monthly-table.ts'

/** 督查通报, 督查专报 for one leader, and the report of the year. */
export const paperKinds = ['bulletin', 'leader-brief', 'annual-report'] as const
export type PaperKind = (typeof paperKinds)[number]

export type PaperText = {
  readonly title: string
  /** 主送机关, with its colon; "" where there is none. */
  readonly addressee: string
  /** A line a paragraph; headings by their numbers (official-paper.ts). */
  readonly body: string
  /** Who signs it. */
  readonly issuer: string
  /** 抄送; "" where nobody gets a copy. */
  readonly copies: string
}

/** In characters: what a paper may hold. */
export const longestPaper = { title: 120, addressee: 200, body: 20_000, issuer: 60, copies: 300 } as const

/** What sealing gives a paper: its number in its series and year, and its day in words (“2023年11月10日”). */
export type PaperNumber = { readonly year: number; readonly no: number; readonly date: string }

export type PaperOf = { readonly kind: PaperKind; readonly leaderPostId: PostId | null }

/** “第3期” of the serials, “〔2023〕3号” of the reports. Before sealing a blank stands for the number. */
export function numberWords(kind: PaperKind, number: PaperNumber | null): string {
  const no = number?.no ?? '×'
  return kind === 'annual-report' ? `〔${number?.year ?? '××××'}〕${no}号` : `第${no}期`
}

const noDate = '××××年×月×日'

/** The paper as it is printed. */
export function officialPaper(
  kind: PaperKind,
  text: PaperText,
  snapshot: MonthSnapshot,
  number: PaperNumber | null,
): OfficialPaper {
  return {
    ...paperWords(kind, text, number),
    annexes: kind === 'leader-brief' ? [] : [monthlyTable(snapshot)],
  }
}

/** The paper without its annexes: what follows from its text alone. */
export function paperWords(kind: PaperKind, text: PaperText, number: PaperNumber | null): PaperWords {
  const date = number?.date ?? noDate
  const { title, issuer } = text
  const no = numberWords(kind, number)
  const imprint = { copies: text.copies === '' ? null : text.copies, issuer, date }
  const serial = (mark: string, compact: boolean) => ({
    head: { mark, number: no, line: [issuer, date] as const, compact },
    signature: null,
  })
  const forms = {
    'leader-brief': { ...serial('督查专报', true), imprint: null },
    bulletin: { ...serial('政务督查', false), imprint },
    'annual-report': {
      head: { mark: `${issuer}文件`, number: no, line: null, compact: false },
      signature: { issuer, date },
      imprint,
    },
  } as const satisfies Record<PaperKind, Pick<OfficialPaper, 'head' | 'signature' | 'imprint'>>
  return {
    title,
    addressee: text.addressee === '' ? null : text.addressee,
    body: paperBlocks(text.body),
    ...forms[kind],
  }
}
