/** A table laid out as it is printed: columns with their share of the width, and cells that may reach over rows. */
export type TableColumn = {
  readonly head: string
  /** Share of the page's width. */
  readonly width: number
  readonly centred: boolean
}

/** A cell's lines and how many rows it covers; null where a cell above reaches down. */
export type TableCell = { readonly lines: readonly string[]; readonly rowSpan: number } | null

export type TableGrid = {
  readonly columns: readonly TableColumn[]
  /** Each with its cells as the columns. */
  readonly rows: readonly (readonly TableCell[])[]
}
