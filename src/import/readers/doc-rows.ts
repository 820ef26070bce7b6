/** Rows of a Word 97 table (MS-DOC §2.4.3, §2.6.3 and §2.9.318): each states its own cells' edges and merges. */
import type { SourceTable } from '../../domain/programme/source.ts'
import { layOutTable, type RawRow } from './table-grid.ts'
import { clusterPositions } from './cluster-positions.ts'
import { code, type Property } from './doc-properties.ts'

export type DocCell = {
  left: number
  right: number
  continuesAbove: boolean
  continuesLeft: boolean
  readonly lines: readonly string[]
}

/** Two points, in twips: rows are drawn by hand, and Word shows edges so near to each other as one. */
const edgeTolerance = 40
/** Where a row does not say how wide its cells are. */
const usualWidth = 1440

const firstOfMerged = 1
const merged = 2
const mergedAbove = 0x20
const firstOfMergedRows = 0x40

/** A row from the texts of its cells and the properties of its end. */
export function rowOf(texts: readonly (readonly string[])[], properties: readonly Property[]): DocCell[] {
  let edges: number[] = []
  let flags: number[] = []
  for (const { code: property, operand } of properties) {
    if (property === code.defineTable && operand.byteLength > 0) ({ edges, flags } = definitionOf(operand))
    if (property === code.mergeCells) mergeCells(flags, operand.getUint8(0), operand.getUint8(1))
    if (property === code.mergeRows && operand.byteLength > 1)
      mergeRows(flags, operand.getUint8(0), operand.getUint8(1))
  }
  let right = edges[0] ?? 0
  return texts.map((lines, index) => {
    const left = right
    right = Math.max(left, edges[index + 1] ?? left + usualWidth)
    const flag = flags[index] ?? 0
    return {
      left,
      right,
      continuesLeft: (flag & merged) !== 0 && (flag & firstOfMerged) === 0,
      continuesAbove: (flag & mergedAbove) !== 0 && (flag & firstOfMergedRows) === 0,
      lines,
    }
  })
}

export function tableOf(rows: readonly (readonly DocCell[])[]): SourceTable {
  const edges = clusterPositions(
    rows.flatMap((row) => row.flatMap(({ left, right }) => [left, right])),
    edgeTolerance,
  )
  const columnAt = (edge: number): number => {
    const after = edges.findIndex((position) => position >= edge)
    const column = after === -1 ? edges.length - 1 : after
    const before = edges[column - 1]
    return before !== undefined && edge - before < Math.abs((edges[column] ?? Infinity) - edge)
      ? column - 1
      : column
  }
  return layOutTable(
    rows.map((row): RawRow => {
      const skippedColumns = columnAt(row[0]?.left ?? 0)
      let column = skippedColumns
      const cells = row.map(({ right, continuesAbove, continuesLeft, lines }) => {
        const columns = Math.max(1, columnAt(right) - column)
        column += columns
        return { columns, continuesAbove, continuesLeft, lines: [...lines] }
      })
      return { skippedColumns, deleted: false, cells }
    }),
  )
}

function definitionOf(operand: DataView): { edges: number[]; flags: number[] } {
  const count = operand.getUint8(0)
  const edges: number[] = []
  const flags: number[] = []
  for (let index = 0; index <= count && 3 + 2 * index <= operand.byteLength; index++) {
    edges.push(operand.getInt16(1 + 2 * index, true))
  }
  const cells = 1 + 2 * (count + 1)
  // Cells at the end whose properties are the usual ones may be left out.
  for (let at = cells; flags.length < count && at + 2 <= operand.byteLength; at += 20) {
    flags.push(operand.getUint16(at, true))
  }
  return { edges, flags }
}

function mergeCells(flags: number[], first: number, behindLast: number): void {
  for (let index = first; index < behindLast; index++) {
    flags[index] =
      ((flags[index] ?? 0) & ~(firstOfMerged | merged)) | (index === first ? firstOfMerged : merged)
  }
}

/** How a cell is merged with those above and below: 0 not, 1 with the one above, 3 it is the first. */
function mergeRows(flags: number[], index: number, how: number): void {
  const kept = (flags[index] ?? 0) & ~(mergedAbove | firstOfMergedRows)
  flags[index] = kept | ((how & 1) !== 0 ? mergedAbove : 0) | ((how & 2) !== 0 ? firstOfMergedRows : 0)
}
