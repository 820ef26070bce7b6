/** Groups of tables as programmes: a programme may be spread over annexes, sheets and tables with a heading each. */
import { trimmedPiece } from './piece.ts'
import { areParts, commonStart, isTitled, type Part, toldBy } from './programme-parts.ts'
import { splitLeadingNumber } from './project-number.ts'
import { scoreOf, type Heading, longestHeading, ownTitle, type TableGroup } from './table-groups.ts'
import { titleWeight, type Title } from './recognise-title.ts'

/** `parts` are what was joined, as they are called. */
export type TableProgramme = TableGroup & { readonly parts: readonly string[] }

type Open = { readonly parts: Part[]; readonly names: Set<string>; readonly texts: Set<string> }

/** A part is sought among the programmes that were added to last: a sheet of sums may stand between. */
const reach = 3

export function joinProgrammes(groups: readonly TableGroup[]): TableProgramme[] {
  const programmes: Open[] = []
  for (const group of groups) {
    const told = toldBy(group)
    const part = { group, told }
    const own = programmes.slice(-reach).findLast((open) => areParts(lastOf(open), part, open))
    if (own === undefined)
      programmes.push({ parts: [part], names: new Set(told.names), texts: new Set(told.texts) })
    else add(own, part)
  }
  return programmes.map(({ parts }) => joined(parts.map(({ group }) => group)))
}

function add({ parts, names, texts }: Open, part: Part): void {
  parts.push(part)
  for (const name of part.told.names) names.add(name)
  for (const text of part.told.texts) texts.add(text)
}

function lastOf({ parts }: Open): Part {
  const last = parts.at(-1)
  if (last === undefined) throw new Error('a programme has a part')
  return last
}

function joined(groups: readonly TableGroup[]): TableProgramme {
  const [first] = groups
  if (first === undefined) throw new Error('a programme has a part')
  if (groups.length === 1) return { ...first, parts: [...first.headings.values()].map(({ text }) => text) }
  const title = titleOf(groups)
  const headings = new Map(groups.flatMap((group) => headingsOf(group, title)))
  const tables = groups.flatMap((group) => group.tables)
  const tasks = groups.reduce((sum, group) => sum + group.tasks, 0)
  const label = title.title === '' ? groups.map((group) => group.label).join('、') : title.title
  return {
    ...first,
    tables,
    headings,
    title,
    label,
    tasks,
    score: scoreOf(tables, label, tasks),
    parts: groups.map((group) => nameOf(group, headings)),
  }
}

/** What all titles begin with, where a field or a level stands behind it; a heading of the first part is no title. */
function titleOf(groups: readonly TableGroup[]): Title {
  const [first] = groups
  if (first === undefined) throw new Error('a programme has a part')
  const { title } = first
  if (!isTitled(first)) return isNumbered(title.title) ? { ...title, title: '', place: null } : title
  const shared = groups
    .filter(isTitled)
    .reduce(
      (length, other) => Math.min(length, commonStart(title.title, other.title.title)),
      title.title.length,
    )
  const field = title.title.slice(0, shared + 1).search(/[（(\s—–-][^（(\s—–-]*$/)
  const { place } = title
  const isPlain = place !== null && place.end - place.start === title.title.length
  if (shared === title.title.length || field < 0 || !isPlain) return title
  const start = title.title.slice(0, field)
  return titleWeight(start) < ownTitle
    ? title
    : { ...title, title: start, place: { ...place, end: place.start + field } }
}

function isNumbered(text: string): boolean {
  return splitLeadingNumber({ name: text, start: 0, end: text.length }).number !== null
}

/** What names each table's project where the table has no column for it; see `TableGroup.headings`. */
function headingsOf(group: TableGroup, title: Title): [number, Heading][] {
  const block = group.tables[0]?.block ?? 0
  const first = group.headings.get(block) ?? fieldInTitle(group, title) ?? lineAbove(group) ?? sheetOf(group)
  const more = [...group.headings].filter(([own]) => own !== block)
  return first === undefined ? more : [[block, first], ...more]
}

/** 教育类 of 青溪市2030年民生实事项目清单（教育类); a title that is quite another one whole. */
function fieldInTitle(group: TableGroup, { title }: Title): Heading | undefined {
  const { title: own, place } = group.title
  if (!isTitled(group) || own === title || place === null) return undefined
  if (title === '' || !own.startsWith(title)) return { text: own, place }
  const field = /[^（(）)\s—–-]+/.exec(own.slice(title.length))
  if (field === null || place.end - place.start < own.length) return undefined
  const start = (group.title.place?.start ?? 0) + title.length + field.index
  return { text: field[0], place: { ...place, start, end: start + field[0].length } }
}

function lineAbove(group: TableGroup): Heading | undefined {
  const ownLine = isTitled(group) ? group.title.place?.block : undefined
  const lines = group.above.filter(({ text, place }) => {
    const weight = titleWeight(text)
    return text.length <= longestHeading && weight >= 0 && weight < ownTitle && place.block !== ownLine
  })
  return lines.findLast(({ text }) => isNumbered(text)) ?? lines.at(-1)
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

function nameOf(group: TableGroup, headings: ReadonlyMap<number, Heading>): string {
  return headings.get(group.tables[0]?.block ?? 0)?.text ?? group.label
}
