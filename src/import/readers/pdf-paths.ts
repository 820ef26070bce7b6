/** The straight lines among what a page paints: strokes, and filled shapes so thin that they are seen as lines. */
import { apply, type Matrix, type Point } from './pdf-matrix.ts'
import { boundsOf, type Ruling } from './pdf-page.ts'

/** Borders are at most 6 pt in Word; a filled row of a table is higher. */
const maxThickness = 6.5
/** What counts as straight, in points of deviation. */
const straightness = 0.7

/** Drawing steps as pdf.js numbers them: move, line, cubic and quadratic curve, close. */
const coordinates = [2, 2, 6, 4, 0]
const closeStep = 4

/** Paths as lists of points, each ready for the page. Curves are taken by their ends: they rule no tables. */
export function subpathsOf(data: ArrayLike<number>, transform: Matrix): Point[][] {
  const subpaths: Point[][] = []
  let at = 0
  while (at < data.length) {
    const step = data[at] ?? closeStep
    const taken = coordinates[step]
    if (taken === undefined) break
    const current = subpaths.at(-1)
    const first = current?.[0]
    if (step === closeStep && current !== undefined && first !== undefined) current.push(first)
    if (taken > 0) {
      const point = apply(transform, [data[at + taken - 1] ?? 0, data[at + taken] ?? 0])
      if (step === 0 || current === undefined) subpaths.push([point])
      else current.push(point)
    }
    at += 1 + taken
  }
  return subpaths
}

/** The sides of a stroked path that run along the page. */
export function strokedRulings(subpath: readonly Point[]): Ruling[] {
  return subpath.slice(1).flatMap((to, index) => {
    const from = subpath[index]
    return from === undefined ? [] : (rulingOf(from, to) ?? [])
  })
}

/** A filled shape as the line along its middle, when it is thin; borders of cells are often drawn so. */
export function filledRulings(subpath: readonly Point[]): Ruling[] {
  const { left, top, right, bottom } = boundsOf(
    subpath.map(([x, y]) => ({ left: x, right: x, top: y, bottom: y })),
  )
  const [width, height] = [right - left, bottom - top]
  const rulings: Ruling[] = []
  if (height <= maxThickness && width >= height)
    rulings.push({ horizontal: true, at: (top + bottom) / 2, from: left, to: right })
  if (width <= maxThickness && height >= width)
    rulings.push({ horizontal: false, at: (left + right) / 2, from: top, to: bottom })
  return rulings
}

function rulingOf([x0, y0]: Point, [x1, y1]: Point): Ruling | undefined {
  const [dx, dy] = [Math.abs(x1 - x0), Math.abs(y1 - y0)]
  if (dy <= straightness && dx > dy)
    return { horizontal: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) }
  if (dx <= straightness && dy > dx)
    return { horizontal: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) }
  return undefined
}
