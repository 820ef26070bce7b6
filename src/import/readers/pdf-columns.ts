/**
 * Tables without vertical lines. Columns are where no line of text stands; rows are between the horizontal lines, or
 * begin with the next number in the first column. The lines that are missing are put in, and the table is read by them.
 */
import { findGrids, type Grid } from './pdf-grid.ts'
import { lineOf, type TextLine } from './pdf-lines.ts'
import { boundsOf, type Box, type Glyph, middleOf, type Ruling } from './pdf-page.ts'
import { rowStarts } from './pdf-row-starts.ts'

export type GuessedGrid = Grid & {
  /** Whether lines part its rows, and so show which cells are merged. */
  readonly rowsDrawn: boolean
}

/** A line of text as the stretches that wide blanks leave. */
type Row = { readonly line: TextLine; readonly stretches: readonly Box[] }

type Region = { readonly rows: readonly Row[]; readonly floors: readonly Ruling[] }

/** Fewer lines or columns than this are a signature, an address or a heading with its page. */
const fewestRows = 3
const fewestColumns = 3
/** Sentences are not set apart by more than a character's width, columns are, in characters. */
const wideBlank = 1.2
const narrowBlank = 0.3

/** The tables among lines of text. `horizontals` are the drawn lines that no vertical line meets. */
export function guessGrids(
  lines: readonly TextLine[],
  horizontals: readonly Ruling[],
  tolerance: number,
): GuessedGrid[] {
  const rows = lines.map((line) => ({ line, stretches: stretchesOf(line) }))
  const ruled = ruledRegions(rows, horizontals)
  const inRuled = new Set(ruled.flatMap((region) => region.rows))
  const free = freeRegions(rows.filter((row) => !inRuled.has(row)))
  return [...ruled, ...free].flatMap((region) => guessGrid(region, tolerance) ?? [])
}

function stretchesOf(line: TextLine): Box[] {
  const stretches: Glyph[][] = []
  let last: Glyph | undefined
  for (const glyph of line.glyphs.filter(({ text }) => text.trim() !== '')) {
    if (last === undefined || glyph.left - last.right > wideBlank * line.size) stretches.push([])
    stretches.at(-1)?.push(glyph)
    last = glyph
  }
  return stretches.map(boundsOf)
}

/** From one horizontal line to the last below it that does not reach further. */
function ruledRegions(rows: readonly Row[], horizontals: readonly Ruling[]): Region[] {
  const regions: Region[] = []
  let floors: Ruling[] = []
  const close = (): void => {
    const [top = 0, bottom = 0] = [floors[0]?.at, floors.at(-1)?.at]
    const within = rows.filter(({ line }) => middleOf(line) > top && middleOf(line) < bottom)
    if (floors.length >= fewestRows) regions.push({ rows: within, floors })
    floors = []
  }
  for (const ruling of horizontals.toSorted((a, b) => a.at - b.at)) {
    const first = floors[0]
    if (first !== undefined && (ruling.from < first.from - 5 || ruling.to > first.to + 5)) close()
    floors.push(ruling)
  }
  close()
  return regions
}

/** Runs of lines that leave the same blanks. */
function freeRegions(rows: readonly Row[]): Region[] {
  const regions: Region[] = []
  let index = 0
  while (index < rows.length) {
    const end = endOfRegion(rows, index)
    const region = rows.slice(index, end)
    const wide = region.filter(({ stretches }) => stretches.length >= fewestColumns).length
    if (wide >= fewestRows) regions.push({ rows: region, floors: [] })
    index = Math.max(end, index + 1)
  }
  return regions
}

/** How far the lines keep clear of the blanks of the first, which may be the heads. */
function endOfRegion(rows: readonly Row[], start: number): number {
  const first = rows[start]
  if (first === undefined || first.stretches.length < fewestColumns) return start
  let blanks = blanksBetween(first.stretches)
  for (let index = start + 1; index < rows.length; index++) {
    const [row, above] = [rows[index], rows[index - 1]]
    if (row === undefined || above === undefined) return index
    if (row.line.top - above.line.bottom > 3 * row.line.size) return index
    const narrowed = blanks.map((blank) => row.stretches.reduce(clearOf, blank))
    if (narrowed.some(({ left, right }) => right - left < narrowBlank * row.line.size)) return index
    blanks = narrowed
  }
  return rows.length
}

type Blank = { readonly left: number; readonly right: number }

function blanksBetween(stretches: readonly Box[]): Blank[] {
  return stretches.slice(1).map(({ left }, index) => ({ left: stretches[index]?.right ?? left, right: left }))
}

/** The part of a blank that a stretch of text leaves, on the side where more is left. */
function clearOf(blank: Blank, { left, right }: Box): Blank {
  if (right <= blank.left || left >= blank.right) return blank
  return left - blank.left > blank.right - right
    ? { left: blank.left, right: left }
    : { left: Math.min(right, blank.right), right: blank.right }
}

function guessGrid({ rows, floors }: Region, tolerance: number): GuessedGrid | undefined {
  if (rows.length < 2) return undefined
  const lines = rows.map(({ line }) => line)
  const text = boundsOf(lines)
  const least = narrowBlank * (lines[0]?.size ?? 0)
  const gutters = blanksBetween(covered(rows.flatMap(({ stretches }) => stretches)))
  const between = gutters.filter(({ left, right }) => right - left >= least)
  if (between.length + 1 < fewestColumns) return undefined
  const left = text.left - tolerance
  const right = text.right + tolerance
  const xs = [left, ...between.map((gutter) => (gutter.left + gutter.right) / 2), right]
  const firstColumn = lines.map((line) => withinColumn(line, left, xs[1] ?? right))
  const levels = floors.map(({ at }) => at)
  const starts = rowStarts(lines, firstColumn, levels)
  const top = levels[0] ?? text.top - tolerance
  const bottom = levels.at(-1) ?? text.bottom + tolerance
  const drawn = floors.map((floor) => ({
    ...floor,
    from: Math.max(left, floor.from),
    to: Math.min(right, floor.to),
  }))
  const added = [...(floors.length === 0 ? [top, bottom] : []), ...starts]
  const rulings: Ruling[] = [
    ...xs.map((at) => ({ horizontal: false, at, from: top, to: bottom })),
    ...drawn,
    ...added.map((at) => ({ horizontal: true, at, from: left, to: right })),
  ]
  const [grid] = findGrids(rulings, tolerance)
  return grid === undefined ? undefined : { ...grid, rowsDrawn: floors.length > 0 && starts.length === 0 }
}

/** The stretches that any line covers, from the left. */
function covered(stretches: readonly Box[]): Box[] {
  const joined: Box[] = []
  for (const stretch of stretches.toSorted((a, b) => a.left - b.left)) {
    const last = joined.at(-1)
    if (last !== undefined && stretch.left <= last.right)
      joined[joined.length - 1] = boundsOf([last, stretch])
    else joined.push(stretch)
  }
  return joined
}

function withinColumn({ glyphs }: TextLine, left: number, right: number): TextLine | undefined {
  return lineOf(
    glyphs.filter((glyph) => glyph.left + glyph.right > 2 * left && glyph.left + glyph.right <= 2 * right),
  )
}
