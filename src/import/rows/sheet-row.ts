/** A row of a sheet as it comes out of a file: its number as the spreadsheet shows it, and its cells from column A on. */
export type SheetRow = { readonly number: number; readonly cells: readonly string[] }

/** C for 2: the letters of a column as a spreadsheet shows them. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
