/** What names the project of each table of a joined programme, where no column does. */
import { trimmedPiece } from './piece.ts'
import { isTitled } from './programme-parts.ts'
import { countedBy, splitLeadingNumber } from './project-number.ts'
import { titleWeight, type Title } from './recognise-title.ts'
import { type Heading, longestHeading, ownTitle, type TableGroup } from './table-groups.ts'

export function isCounted(text: string): boolean {
  return countedBy(text) !== null
}

/** What names each table's project where the table has no column for it; see `TableGroup.headings`. */
export function headingsOf(group: TableGroup, title: Title): [number, Heading][] {
  const block = group.tables[0]?.block ?? 0
  const first =
    group.headings.get(block) ??
    fieldInTitle(group, title) ??
    lineAbove(group) ??
    sheetOf(group) ??
    ownTitleOf(group, title)
  const more = [...group.headings].filter(([own]) => own !== block)
  return first === undefined ? more : [[block, first], ...more]
}

/** 教育类 of 青溪市2030年民生实事项目清单（教育类). */
function fieldInTitle(group: TableGroup, { title }: Title): Heading | undefined {
  const { title: own, place } = group.title
  if (!isTitled(group) || own === title || place === null) return undefined
  if (title === '' || !own.startsWith(title)) return undefined
  const field = /[^（(）)\s—–-]+/.exec(own.slice(title.length))
  if (field === null || place.end - place.start < own.length) return undefined
  const start = (group.title.place?.start ?? 0) + title.length + field.index
  return { text: field[0], place: { ...place, start, end: start + field[0].length } }
}

function lineAbove(group: TableGroup): Heading | undefined {
  const ownLine = isTitled(group) ? group.title.place?.block : undefined
  const lines = group.above.filter(({ text, place }) => {
    const weight = titleWeight(text)
    const heads = weight < ownTitle || isCounted(text)
    return text.length <= longestHeading && weight >= 0 && heads && place.block !== ownLine
  })
  return lines.findLast(({ text }) => isCounted(text)) ?? lines.at(-1)
}

function ownTitleOf(group: TableGroup, { title }: Title): Heading | undefined {
  const { title: text, place } = group.title
  return isTitled(group) && text !== title && place !== null ? { text, place } : undefined
}

/** A name that a person gave it. It stands nowhere in the text. */
function sheetOf({ tables: [first] }: TableGroup): Heading | undefined {
  const piece = trimmedPiece(first?.table.sheet ?? '', 0, Infinity)
  if (first === undefined || piece === undefined || /^(sheet|工作表|表)\s*\d*$/i.test(piece.name))
    return undefined
  const { row = 0, column = 0 } = first.table.cells[0] ?? {}
  const { numberEnd } = splitLeadingNumber({ ...piece, start: 0, end: piece.name.length })
  return { text: piece.name.slice(numberEnd), place: { block: first.block, row, column, start: 0, end: 0 } }
}

export function nameOf(group: TableGroup, headings: ReadonlyMap<number, Heading>): string {
  return headings.get(group.tables[0]?.block ?? 0)?.text ?? group.label
}
