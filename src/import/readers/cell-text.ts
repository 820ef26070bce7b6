/**
 * Text as every reader hands it on: "\n" for each kind of line break (spreadsheets also use the vertical tab), and none
 * of the characters that no document shows and no database takes.
 */
export function cellText(raw: string): string {
  return raw
    .replaceAll(/\r\n?|\v/g, '\n')
    .replaceAll(/(?![\t\n])\p{Cc}/gu, '')
    .toWellFormed()
}
