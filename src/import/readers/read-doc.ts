/**
 * Word 97 to 2003's .doc, which WPS Writer's .wps is as well: the text, then foot- and endnotes and text boxes. Headers,
 * footers and comments are not read. Format: MS-DOC; facts only, the reader is our own.
 */
import { Problem } from '../../domain/problems/problem.ts'
import type { SourceBlock, SourceDocument } from '../../domain/programme/source.ts'
import type { CompoundFile } from './compound-file.ts'
import { DocBlockReader } from './doc-blocks.ts'
import { mainStream, openDocFile } from './doc-file.ts'
import { type Marks, marksOf } from './doc-marks.ts'
import { type Piece, readPieces } from './doc-pieces.ts'

/** Parts follow each other: text, footnotes, headers, macros, comments, endnotes, text boxes, those in headers. */
const partsRead = [0, 1, 5, 6]

/** By content; the name may be .doc or .wps. */
export function isDoc(file: CompoundFile): boolean {
  return file.names.includes(mainStream)
}

/**
 * `fileName` is only for the sentences of problems. Throws Problem document.encrypted, document.macros, document.broken
 * or document.unknown-format.
 */
export function readDoc(file: CompoundFile, fileName: string): SourceDocument {
  try {
    const doc = openDocFile(file, fileName)
    const pieces = readPieces(doc)
    const marks = marksOf(doc)
    let end = 0
    const parts = doc.partLengths.map((length) => ({ start: end, end: (end += Math.max(0, length)) }))
    const blocks = partsRead.flatMap((part) => {
      const stretch = parts[part]
      return stretch === undefined ? [] : readPart(pieces, marks, stretch)
    })
    return { format: 'doc', blocks }
  } catch (cause) {
    if (cause instanceof RangeError) throw new Problem('document.broken', { part: mainStream }, { cause })
    throw cause
  }
}

function readPart(
  pieces: readonly Piece[],
  marks: Marks,
  { start, end }: { start: number; end: number },
): SourceBlock[] {
  const reader = new DocBlockReader(marks)
  for (const piece of pieces) {
    const from = Math.max(0, start - piece.start)
    reader.read(piece, from, Math.min(piece.text.length, end - piece.start))
  }
  return reader.finish()
}
