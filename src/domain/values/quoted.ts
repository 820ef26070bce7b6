/** Words within quotation marks; those within them become single ones (GB/T 15834-2011, 4.8). */
export function quoted(words: string): string {
  return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`
}
