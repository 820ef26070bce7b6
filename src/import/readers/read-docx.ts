/** Word's .docx: the body in reading order, then foot- and endnotes. Headers and footers repeat and are not read. */
import { Problem } from '../../domain/problems/problem.ts'
import type { SourceDocument } from '../../domain/programme/source.ts'
import { findMainPart, hasMacros } from './office-open-xml.ts'
import { readWordprocessingBlocks } from './wordprocessing-blocks.ts'
import type { ZipPackage } from './zip-package.ts'

const noteParts = ['footnotes.xml', 'endnotes.xml']

/** The name of the main part of a WordprocessingML package, undefined when the package is something else. */
export function findWordDocument(zip: ZipPackage): string | undefined {
  const main = findMainPart(zip) ?? 'word/document.xml'
  return zip.names.includes(main) && main.startsWith('word/') ? main : undefined
}

/** Throws Problem document.macros, document.broken or document.expands-too-far. */
export function readDocx(zip: ZipPackage, main: string): SourceDocument {
  if (hasMacros(zip, main)) throw new Problem('document.macros', {})
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const blocks = [main, ...noteParts.map((name) => folder + name)].flatMap((part) => {
    const bytes = zip.find(part)
    return bytes === undefined ? [] : readWordprocessingBlocks(bytes, part)
  })
  return { format: 'docx', blocks }
}
