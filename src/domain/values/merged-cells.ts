import type { Place } from '../programme/source.ts'

/**
 * How many rows each cell of a column spans when neighbouring rows that are equal are merged, as the published tables
 * merge leaders and units: [3, 0, 0, 1] is one cell over three rows, then one alone. `keyOf` says what makes two rows
 * equal; callers pass the rows of one project, because cells are never merged across projects.
 */
export function mergedRowSpans<Row>(rows: readonly Row[], keyOf: (row: Row) => string): number[] {
  const keys = rows.map(keyOf)
  return keys.map((key, row) => {
    if (row > 0 && keys[row - 1] === key) return 0
    const end = keys.findIndex((other, i) => i > row && other !== key)
    return (end === -1 ? keys.length : end) - row
  })
}

/**
 * What makes the names of two tasks one cell: they are printed in the same place. An amendment may change the names of
 * one row and leave the cell it shared, so the names count as well.
 */
export function cellKey(names: readonly { readonly name: string; readonly place: Place }[]): string {
  return names.map(({ name, place }) => `${place.block}.${place.row}.${place.column} ${name}`).join('\n')
}
