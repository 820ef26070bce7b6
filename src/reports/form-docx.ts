/** A form in an official paper: names in narrow columns, what is stated beside them. */
import {
  AlignmentType,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
} from 'docx'
import type { FormField, PaperForm } from '../domain/papers/official-paper.ts'
import { runFont } from './document-fonts.ts'
import { textWidth } from './paper-page.ts'

/** 四号, in half-points, and the line it stands on, in twips. */
const size = 28
const lineHeight = 440
/** Four characters of 四号 and the room around them. */
const nameWidth = 1_400
const valueWidth = textWidth / 2 - nameWidth
const columns = [nameWidth, valueWidth, nameWidth, valueWidth]

export function formTable({ rows }: PaperForm): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: columns,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    rows: rows.map(
      (fields) =>
        new TableRow({
          height: { value: lineHeight + 240, rule: HeightRule.ATLEAST },
          children: fields.flatMap((field) => cellsOf(field, fields.length === 1)),
        }),
    ),
  })
}

function cellsOf({ name, value }: FormField, isWide: boolean): TableCell[] {
  const alignment = isWide ? AlignmentType.BOTH : AlignmentType.LEFT
  return [
    cell([paragraph(name, AlignmentType.CENTER, true)]),
    cell(
      value.split('\n').map((line) => paragraph(line, alignment, false)),
      isWide ? 3 : 1,
    ),
  ]
}

function cell(children: readonly Paragraph[], columnSpan = 1): TableCell {
  return new TableCell({ columnSpan, verticalAlign: VerticalAlign.CENTER, children })
}

function paragraph(
  text: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  bold: boolean,
): Paragraph {
  return new Paragraph({
    alignment,
    spacing: { line: lineHeight, lineRule: LineRuleType.EXACT },
    children: text === '' ? [] : [new TextRun({ text, bold, size, font: runFont('table') })],
  })
}
