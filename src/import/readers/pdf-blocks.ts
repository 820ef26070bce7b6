/** What stands on one page: ruled tables with their texts, and the lines around them. */
import { guessGrids } from './pdf-columns.ts'
import { type Grid, type GridCell, findGrids } from './pdf-grid.ts'
import { linesOf, type TextLine } from './pdf-lines.ts'
import { type Glyph, isInside, median, type PdfPage, type Ruling } from './pdf-page.ts'
import { joinRulings } from './pdf-rulings.ts'

export type PageCell = GridCell & { readonly lines: readonly TextLine[] }

export type PageTable = {
  readonly kind: 'table'
  readonly page: number
  /** Whether lines show its rows, and so which cells are merged; else they are guessed from how the texts stand. */
  readonly ruled: boolean
  readonly grid: Grid
  readonly cells: readonly PageCell[]
}

export type PageLine = { readonly kind: 'line'; readonly page: number; readonly line: TextLine }

export type PageBlock = PageTable | PageLine

/** Lines nearer than this to each other are one, by the usual size of the page's letters. */
const ruleTolerance = 0.4
const usualSize = 10

/** The page's tables and lines from top to bottom. */
export function pageBlocks({ number, glyphs, rulings }: PdfPage): PageBlock[] {
  const size = median(glyphs.map((glyph) => glyph.size)) ?? usualSize
  const tolerance = size * ruleTolerance
  const joined = joinRulings(rulings, tolerance)
  const drawn = findGrids(joined, tolerance)
  const inDrawn = shareOut(glyphs, drawn)
  const free = freeHorizontals(joined, drawn, tolerance)
  const guessed = guessGrids(linesOf(inDrawn.outside), free, tolerance)
  const inGuessed = shareOut(inDrawn.outside, guessed)
  const tables = [
    ...drawn.map((grid) => tableOf(number, true, grid, inDrawn.inCells)),
    ...guessed.map((grid) => tableOf(number, grid.rowsDrawn, grid, inGuessed.inCells)),
  ].filter(({ cells }) => cells.some((cell) => cell.lines.length > 0))
  const lines = linesOf(inGuessed.outside).map((line): PageLine => ({ kind: 'line', page: number, line }))
  return [...tables, ...lines].toSorted((a, b) => topOf(a) - topOf(b))
}

function tableOf(
  page: number,
  ruled: boolean,
  grid: Grid,
  inCells: ReadonlyMap<GridCell, readonly Glyph[]>,
): PageTable {
  const cells = grid.cells.map((cell) => ({ ...cell, lines: linesOf(inCells.get(cell) ?? []) }))
  return { kind: 'table', page, ruled, grid, cells }
}

/** Horizontal lines that are no border of a cell. */
function freeHorizontals(rulings: readonly Ruling[], grids: readonly Grid[], tolerance: number): Ruling[] {
  return rulings.filter(
    ({ horizontal, at }) =>
      horizontal && !grids.some(({ top, bottom }) => at > top - tolerance && at < bottom + tolerance),
  )
}

/** A character belongs to the smallest table it lies in, since forms stand within frames. */
function shareOut(
  glyphs: readonly Glyph[],
  grids: readonly Grid[],
): { inCells: Map<GridCell, Glyph[]>; outside: Glyph[] } {
  const bySize = grids.toSorted((a, b) => areaOf(a) - areaOf(b))
  const inCells = new Map<GridCell, Glyph[]>()
  const outside: Glyph[] = []
  for (const glyph of glyphs) {
    const grid = bySize.find((candidate) => isInside(glyph, candidate))
    const cell = grid?.cells.find((candidate) => isInside(glyph, candidate))
    if (cell === undefined) outside.push(glyph)
    else if (inCells.get(cell)?.push(glyph) === undefined) inCells.set(cell, [glyph])
  }
  return { inCells, outside }
}

function areaOf({ left, right, top, bottom }: Grid): number {
  return (right - left) * (bottom - top)
}

function topOf(block: PageBlock): number {
  return block.kind === 'table' ? block.grid.top : block.line.top
}
