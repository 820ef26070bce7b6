/** A table as comma-separated values (RFC 4180) that a spreadsheet opens with its characters whole. */

/** With a byte order mark, without which Excel takes UTF-8 for the local encoding. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(fieldOf).join(',')).join('\r\n')}\r\n`
}

/** What a file is marked with is a column of its own: its heads stay the first line, and no row is without it. */
export function withColumn(rows: readonly (readonly string[])[], words: string): (readonly string[])[] {
  return rows.map((row) => (words === '' ? row : [...row, words]))
}

/** Text that a spreadsheet would run as a formula is kept text by an apostrophe; numbers stay numbers. */
function fieldOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
