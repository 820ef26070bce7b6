/** .pdf with a text layer: tables by their ruling lines, everything else as paragraphs. */
import { Problem } from '../../domain/problems/problem.ts'
import type { SourceDocument } from '../../domain/programme/source.ts'
import { type PageBlock, pageBlocks } from './pdf-blocks.ts'
import { readPdfPages } from './pdf-document.ts'
import { blocksOf } from './pdf-flow.ts'

/** A page of a table has hundreds of characters; a scanner's page number or stamp has a few. */
const fewestCharacters = 10

/**
 * Reads a PDF. Throws Problem document.scanned when it is pictures of pages, and document.encrypted, document.broken,
 * document.too-long, document.too-complex or document.expands-too-far. pdf.js takes 0.2 s to load: import this lazily.
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const pages: PageBlock[][] = []
  let characters = 0
  for await (const page of readPdfPages(bytes)) {
    characters += page.glyphs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length
    pages.push(pageBlocks(page))
  }
  if (characters < fewestCharacters * pages.length)
    throw new Problem('document.scanned', { pages: pages.length })
  return { format: 'pdf', blocks: blocksOf(pages) }
}
