/** What the characters and paragraphs of a Word 97 document are, beyond their text. */
import type { DocFile } from './doc-file.ts'
import type { Piece } from './doc-pieces.ts'
import { code, isOn, part, propertiesIn, type Property } from './doc-properties.ts'
import { characterRuns, paragraphRuns, type Run, runFinder } from './doc-runs.ts'

export type CharacterMark = {
  readonly deleted: boolean
  readonly hidden: boolean
  /** The character of a symbol font that is printed instead. */
  readonly symbol: string | undefined
}

export type ParagraphMark = {
  /** How many tables it stands in. */
  readonly depth: number
  readonly rowEnd: boolean
  readonly innerRowEnd: boolean
  readonly properties: readonly Property[]
}

export type Marks = {
  readonly character: (piece: Piece, index: number) => CharacterMark
  /** Of the paragraph that ends with the character there. */
  readonly paragraph: (piece: Piece, index: number) => ParagraphMark
}

const plain: CharacterMark = { deleted: false, hidden: false, symbol: undefined }

export function marksOf(file: DocFile): Marks {
  const findCharacters = runFinder(
    characterRuns(file).map(({ start, end, properties }) => ({
      start,
      end,
      mark: withChanges(plain, [...propertiesIn(properties)]),
    })),
  )
  const findParagraph = runFinder(paragraphRuns(file))
  return {
    character(piece, index) {
      const mark = findCharacters(piece.placeOf(index))?.mark ?? plain
      return piece.changes.length === 0 ? mark : withChanges(mark, piece.changes)
    },
    paragraph(piece, index) {
      const run = findParagraph(piece.placeOf(index))
      return paragraphMark([...propertiesOf(run, file.data), ...piece.changes])
    },
  }
}

function withChanges(mark: CharacterMark, properties: readonly Property[]): CharacterMark {
  let { deleted, hidden, symbol } = mark
  for (const { code: property, operand } of properties) {
    if (property === code.deleted) deleted = isOn(operand)
    else if (property === code.hidden) hidden = isOn(operand)
    else if (property === code.symbol) symbol = String.fromCharCode(operand.getUint16(2, true))
  }
  return deleted || hidden || symbol !== undefined ? { deleted, hidden, symbol } : plain
}

/** A paragraph's own properties; those too long for their page are in the stream "Data". */
function propertiesOf(run: Run | undefined, data: DataView | undefined): Property[] {
  if (run === undefined) return []
  return [...propertiesIn(run.properties)].flatMap((property) => {
    const isElsewhere =
      property.code === code.elsewhere ||
      property.code === code.elsewhereBefore2000 ||
      property.code === code.tableElsewhere
    if (!isElsewhere || data === undefined) return [property]
    const at = property.operand.getUint32(0, true)
    return [...propertiesIn(part(data, at + 2, data.getUint16(at, true)))]
  })
}

function paragraphMark(properties: readonly Property[]): ParagraphMark {
  let inTable = false
  let depth: number | undefined
  let rowEnd = false
  let innerRowEnd = false
  for (const { code: property, operand } of properties) {
    if (property === code.inTable) inTable = isOn(operand)
    else if (property === code.rowEnd) rowEnd = isOn(operand)
    else if (property === code.innerRowEnd) innerRowEnd = isOn(operand)
    else if (property === code.tableDepth) depth = operand.getInt32(0, true)
  }
  return { depth: depth ?? (inTable ? 1 : 0), rowEnd, innerRowEnd, properties }
}
