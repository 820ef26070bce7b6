/** Groups of tables as programmes: a programme may be spread over annexes, sheets and tables with a heading each. */
import { taskTextOf } from '../../domain/programme/source-offset.ts'
import { headingsOf, isCounted, nameOf } from './part-names.ts'
import { areParts, commonStart, isTitled, type Part } from './programme-parts.ts'
import { titleWeight, type Title } from './recognise-title.ts'
import { type Heading, ownTitle, scoreOf, type TableGroup } from './table-groups.ts'
import { toldBy } from './what-tables-tell.ts'

/** `parts` are what was joined, as they are called. */
export type TableProgramme = TableGroup & { readonly parts: readonly string[] }

type Open = { readonly parts: Part[]; readonly names: Set<string>; readonly texts: Set<string> }

/** A part is sought in the last few programmes: a sheet of sums may stand between. */
const reach = 3

export function joinProgrammes(groups: readonly TableGroup[]): TableProgramme[] {
  const programmes: Open[] = []
  for (const group of groups) {
    const told = toldBy(group.tables)
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
  if (groups.length === 1) return { ...first, parts: inOrder(first.headings).map(([, { text }]) => text) }
  const title = titleOf(groups)
  const headings = new Map(inOrder(groups.flatMap((group) => headingsOf(group, title))))
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
  if (!isTitled(first)) return isCounted(title.title) ? titleAbove(first) : title
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

/** The line above that reads most like a title and is none of the headings that are counted. */
function titleAbove({ above, title }: TableGroup): Title {
  const lines = above.filter(({ text }) => !isCounted(text) && titleWeight(text) > 0)
  const [best] = lines.toSorted((a, b) => titleWeight(b.text) - titleWeight(a.text))
  return {
    ...title,
    title: best === undefined ? '' : taskTextOf(best.text).normalize('NFC'),
    place: best?.place ?? null,
  }
}

function inOrder(headings: Iterable<readonly [number, Heading]>): (readonly [number, Heading])[] {
  return [...headings].toSorted(([a], [b]) => a - b)
}
