/** Tables as their ruling lines show them: the faces between the lines are the cells, a missing line is a merge. */
import { clusterPositions } from './cluster-positions.ts'
import type { Box, Ruling } from './pdf-page.ts'

export type GridCell = Box & {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

export type Grid = Box & {
  /** The edges of columns and rows, ascending; one more than there are columns and rows. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** In reading order, covering the whole grid. */
  readonly cells: readonly GridCell[]
}

/** Beyond this a page is a drawing. The largest sheet printed has some 200 rows of 30 columns. */
const maxRulings = 3000
const maxFaces = 60_000
/** Lines nearer than this, in tolerances, leave no room for a letter between them: they are one border. */
const narrowest = 1.8

/** All grids of two or more cells on a page, in reading order. `rulings` are joined to `tolerance`. */
export function findGrids(rulings: readonly Ruling[], tolerance: number): Grid[] {
  if (rulings.length > maxRulings) return []
  return componentsOf(rulings, tolerance)
    .flatMap((component) => gridOf(component, tolerance) ?? [])
    .toSorted((a, b) => a.top - b.top || a.left - b.left)
}

/** Lines that meet belong together. */
function componentsOf(rulings: readonly Ruling[], tolerance: number): Ruling[][] {
  const horizontal = rulings.filter((ruling) => ruling.horizontal)
  const vertical = rulings.filter((ruling) => !ruling.horizontal)
  const parent = new Map<Ruling, Ruling>()
  const rootOf = (ruling: Ruling): Ruling => {
    let root = ruling
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next
    if (root !== ruling) parent.set(ruling, root)
    return root
  }
  for (const h of horizontal) {
    for (const v of vertical) {
      if (!meet(h, v, tolerance)) continue
      const [a, b] = [rootOf(h), rootOf(v)]
      if (a !== b) parent.set(a, b)
    }
  }
  return [...Map.groupBy(rulings, rootOf).values()]
}

function meet(h: Ruling, v: Ruling, tolerance: number): boolean {
  const across = v.at >= h.from - tolerance && v.at <= h.to + tolerance
  return across && h.at >= v.from - tolerance && h.at <= v.to + tolerance
}

/** The outermost lines may be missing: how far the others reach then bounds the table. */
function gridOf(rulings: readonly Ruling[], tolerance: number): Grid | undefined {
  const horizontal = rulings.filter((ruling) => ruling.horizontal)
  const vertical = rulings.filter((ruling) => !ruling.horizontal)
  if (horizontal.length === 0 || vertical.length === 0) return undefined
  const xs = clusterPositions([...vertical.map((v) => v.at), ...extentOf(horizontal)], tolerance * narrowest)
  const ys = clusterPositions([...horizontal.map((h) => h.at), ...extentOf(vertical)], tolerance * narrowest)
  const faces = (xs.length - 1) * (ys.length - 1)
  if (faces < 2 || faces > maxFaces) return undefined
  const walls = wallsBetween(vertical, xs, ys, tolerance)
  const floors = wallsBetween(horizontal, ys, xs, tolerance)
  return withoutIdleEdges(xs, ys, mergeFaces(xs, ys, walls, floors))
}

function extentOf(rulings: readonly Ruling[]): [number, number] {
  return [Math.min(...rulings.map(({ from }) => from)), Math.max(...rulings.map(({ to }) => to))]
}

/** walls[i][j]: whether a line runs at ats[i] along more than half of the stretch from steps[j] to steps[j + 1]. */
function wallsBetween(
  rulings: readonly Ruling[],
  ats: readonly number[],
  steps: readonly number[],
  tolerance: number,
): boolean[][] {
  const walls = ats.map(() => steps.slice(1).map(() => 0))
  for (const { at, from, to } of rulings) {
    const wall = walls[nearest(ats, at)]
    steps.slice(1).forEach((end, step) => {
      const start = steps[step] ?? end
      const covered = Math.min(end, to) - Math.max(start, from)
      if (wall !== undefined && covered > 0) wall[step] = (wall[step] ?? 0) + covered
    })
  }
  return walls.map((wall) =>
    wall.map((covered, step) => covered + tolerance / 2 > ((steps[step + 1] ?? 0) - (steps[step] ?? 0)) / 2),
  )
}

function nearest(positions: readonly number[], at: number): number {
  let best = 0
  positions.forEach((position, index) => {
    if (Math.abs(position - at) < Math.abs((positions[best] ?? Infinity) - at)) best = index
  })
  return best
}

/** Takes the faces in reading order; each grows right, then down, as far as no line stands in the way. */
function mergeFaces(
  xs: readonly number[],
  ys: readonly number[],
  walls: readonly boolean[][],
  floors: readonly boolean[][],
): GridCell[] {
  const columnCount = xs.length - 1
  const taken = ys.slice(1).map(() => Array.from({ length: columnCount }, () => false))
  const isOpen = (row: number, column: number, columnSpan: number): boolean => {
    if (taken[row] === undefined) return false
    for (let at = column; at < column + columnSpan; at++) {
      if (taken[row][at] !== false || floors[row]?.[at] === true) return false
      if (at > column && walls[at]?.[row] === true) return false
    }
    return true
  }
  const cells: GridCell[] = []
  for (const [row, rowTaken] of taken.entries()) {
    for (let column = 0; column < columnCount; column++) {
      if (rowTaken[column] === true) continue
      let columnSpan = 1
      while (walls[column + columnSpan]?.[row] === false && rowTaken[column + columnSpan] === false)
        columnSpan++
      let rowSpan = 1
      while (isOpen(row + rowSpan, column, columnSpan)) rowSpan++
      for (let at = row; at < row + rowSpan; at++) taken[at]?.fill(true, column, column + columnSpan)
      cells.push(cellAt(xs, ys, { row, column, rowSpan, columnSpan }))
    }
  }
  return cells
}

type Area = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

function cellAt(xs: readonly number[], ys: readonly number[], area: Area): GridCell {
  return {
    ...area,
    left: xs[area.column] ?? 0,
    right: xs[area.column + area.columnSpan] ?? 0,
    top: ys[area.row] ?? 0,
    bottom: ys[area.row + area.rowSpan] ?? 0,
  }
}

/** Leaves out edges that no cell ends at: lines that jut out of the table, double borders set wide. */
function withoutIdleEdges(
  allXs: readonly number[],
  allYs: readonly number[],
  cells: readonly GridCell[],
): Grid | undefined {
  if (cells.length < 2) return undefined
  const usedXs = new Set(cells.flatMap(({ column, columnSpan }) => [column, column + columnSpan]))
  const usedYs = new Set(cells.flatMap(({ row, rowSpan }) => [row, row + rowSpan]))
  const xs = allXs.filter((_, index) => usedXs.has(index))
  const ys = allYs.filter((_, index) => usedYs.has(index))
  const [columnOf, rowOf] = [renumbered(usedXs), renumbered(usedYs)]
  return {
    xs,
    ys,
    left: xs[0] ?? 0,
    right: xs.at(-1) ?? 0,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    cells: cells.map((cell) => {
      const [row, column] = [rowOf(cell.row), columnOf(cell.column)]
      const rowSpan = rowOf(cell.row + cell.rowSpan) - row
      const columnSpan = columnOf(cell.column + cell.columnSpan) - column
      return { ...cell, row, column, rowSpan, columnSpan }
    }),
  }
}

function renumbered(used: ReadonlySet<number>): (index: number) => number {
  const order = new Map([...used].toSorted((a, b) => a - b).map((index, position) => [index, position]))
  return (index) => order.get(index) ?? 0
}
