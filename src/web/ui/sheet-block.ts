/** Blocks of cells as spreadsheets move them: by the clipboard, downwards, and within the edges of the sheet. */
export type CellAt = { readonly row: number; readonly column: number }
export type Block = { readonly from: CellAt; readonly to: CellAt }
export type CellEdit = CellAt & { readonly value: string }
export type SheetSize = { readonly rows: number; readonly columns: number }

type ValueOf = (row: number, column: number) => string

/** The block between two corners, whichever they are. */
export function blockOf(a: CellAt, b: CellAt): Block {
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  }
}

export function holds({ from, to }: Block, row: number, column: number): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column
}

export function clamp({ row, column }: CellAt, { rows, columns }: SheetSize): CellAt {
  return {
    row: Math.min(Math.max(row, 0), Math.max(rows - 1, 0)),
    column: Math.min(Math.max(column, 0), Math.max(columns - 1, 0)),
  }
}

function cellsOf({ from, to }: Block): CellAt[] {
  const cells: CellAt[] = []
  for (let row = from.row; row <= to.row; row += 1)
    for (let column = from.column; column <= to.column; column += 1) cells.push({ row, column })
  return cells
}

/** As Excel takes it from the clipboard: tabs between cells, lines between rows. */
export function copyBlock({ from, to }: Block, valueOf: ValueOf): string {
  const rows: string[] = []
  for (let row = from.row; row <= to.row; row += 1) {
    const cells: string[] = []
    for (let column = from.column; column <= to.column; column += 1) cells.push(valueOf(row, column))
    rows.push(cells.join('\t'))
  }
  return rows.join('\n')
}

/** Reads what a spreadsheet puts on the clipboard; a cell with a line break or a quotation mark in it is quoted there. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy
  const plain = text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '')
  while (cell.lastIndex <= plain.length) {
    const found = cell.exec(plain)
    if (!found) return plain.split('\n').map((line) => line.split('\t'))
    const [, quoted, bare = '', end] = found
    rows.at(-1)?.push((quoted === undefined ? bare : quoted.replaceAll('""', '"')).trim())
    if (end === '') break
    if (end === '\n') rows.push([])
  }
  return rows
}

/** What pasting changes: from the block's corner on, as far as the sheet goes; one value fills the whole block. */
export function pasteBlock(text: string, block: Block, size: SheetSize): CellEdit[] {
  const pasted = readBlock(text)
  const [[only] = []] = pasted
  if (pasted.length === 1 && pasted[0]?.length === 1 && only !== undefined)
    return cellsOf(block).map((at) => ({ ...at, value: only }))
  return pasted.flatMap((line, down) =>
    line.flatMap((value, across) => {
      const at = { row: block.from.row + down, column: block.from.column + across }
      return at.row < size.rows && at.column < size.columns ? [{ ...at, value }] : []
    }),
  )
}

/** The top row of the block into the rows below it; where it is one row, the row above into it (Excel’s Ctrl+D). */
export function fillDown(block: Block, valueOf: ValueOf): CellEdit[] {
  const single = block.from.row === block.to.row
  const source = single ? block.from.row - 1 : block.from.row
  if (source < 0) return []
  return cellsOf(block)
    .filter(({ row }) => row !== source)
    .map(({ row, column }) => ({ row, column, value: valueOf(source, column) }))
}

export function clearBlock(block: Block): CellEdit[] {
  return cellsOf(block).map((at) => ({ ...at, value: '' }))
}
