/** What stands on one page: ruled tables with their texts, and the lines around them. */
import { type Grid, type GridCell, findGrids } from './pdf-grid.ts'
import { linesOf, type TextLine } from './pdf-lines.ts'
import { isInside, median, type Glyph, type PdfPage } from './pdf-page.ts'
import { joinRulings } from './pdf-rulings.ts'

export type PageCell = GridCell & { readonly lines: readonly TextLine[] }

export type PageTable = {
  readonly kind: 'table'
  readonly page: number
  /** Whether lines show its cells; else they are guessed from how the texts stand. */
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
export function pageBlocks(page: PdfPage): PageBlock[] {
  const size = median(page.glyphs.map((glyph) => glyph.size)) ?? usualSize
  const tolerance = size * ruleTolerance
  const grids = findGrids(joinRulings(page.rulings, tolerance), tolerance)
  const { inCells, outside } = shareOut(page.glyphs, grids)
  const tables = grids.map((grid): PageTable => ({
    kind: 'table',
    page: page.number,
    ruled: true,
    grid,
    cells: grid.cells.map((cell) => ({ ...cell, lines: linesOf(inCells.get(cell) ?? []) })),
  }))
  const lines = linesOf(outside).map((line): PageLine => ({ kind: 'line', page: page.number, line }))
  return [...tables.filter(({ cells }) => cells.some((cell) => cell.lines.length > 0)), ...lines].toSorted(
    (a, b) => topOf(a) - topOf(b),
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
    else inCells.set(cell, [...(inCells.get(cell) ?? []), glyph])
  }
  return { inCells, outside }
}

function areaOf({ left, right, top, bottom }: Grid): number {
  return (right - left) * (bottom - top)
}

function topOf(block: PageBlock): number {
  return block.kind === 'table' ? block.grid.top : block.line.top
}
