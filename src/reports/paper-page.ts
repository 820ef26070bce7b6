/**
 * The pages of official papers (GB/T 9704-2012 §5.2, §7.5): A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm with 22 lines of
 * 28 characters in 三号; page numbers in 四号 between dashes, 7 mm below the 版心, outside, one character in. Lengths are
 * twips, a twentieth of a point: 1 mm is 56.69.
 */
import {
  AlignmentType,
  DocumentGridType,
  Footer,
  Header,
  HeightRule,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Table,
  TableAnchorType,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  type ISectionOptions,
} from 'docx'
import { runFont } from './document-fonts.ts'

const a4 = { width: 11_906, height: 16_838 }
/** Right and bottom follow from the 版心. */
export const margins = { top: 2_098, left: 1_587, right: 1_474, bottom: 1_984 }
export const textWidth = a4.width - margins.left - margins.right
export const textHeight = a4.height - margins.top - margins.bottom

/** 22 of them fill the 版心; 三号 (16 points) with 28 to a line. */
export const lineHeight = 579
export const bodySize = 32
export const characterWidth = textWidth / 28
/**
 * 28 characters of 16 points are 448 points wide and the 版心 442: each stands a quarter point closer. It is said of every
 * run, as what a grid of characters makes of them differs between Word, WPS and LibreOffice.
 */
export const characterSpacing = -5
/** The line is stated with every paragraph; snapped to a grid, a title would take two. */
const grid = { type: DocumentGridType.DEFAULT, linePitch: lineHeight }

const numberSize = 28
const numberHeight = 280
/** From the 版心 to the top of the number's line; its dash lies in the line's middle, 7 mm (397) below the 版心. */
const numberGap = 397 - numberHeight / 2

type Section = Pick<ISectionOptions, 'properties' | 'headers' | 'footers'>

/** An upright page. */
export function uprightPage(): Section {
  const footer = margins.bottom - numberGap - numberHeight
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      grid,
      page: { size: a4, margin: { ...margins, header: 850, footer } },
    },
    headers: { default: new Header({ children: [] }), even: new Header({ children: [] }) },
    footers: {
      default: new Footer({ children: [numberLine(AlignmentType.RIGHT)] }),
      even: new Footer({ children: [numberLine(AlignmentType.LEFT)] }),
    },
  }
}

/**
 * A page across: the upright page turned by a quarter clockwise, so that its number stays where the others are (§7.8),
 * which is at the left and turned with it.
 */
export function acrossPage(): Section {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { ...a4, orientation: PageOrientation.LANDSCAPE },
        margin: {
          top: margins.left,
          right: margins.top,
          bottom: margins.right,
          left: margins.bottom,
          header: 400,
          footer: 400,
        },
      },
    },
    headers: {
      default: new Header({ children: [turnedNumber(AlignmentType.RIGHT), tiny()] }),
      even: new Header({ children: [turnedNumber(AlignmentType.LEFT), tiny()] }),
    },
    footers: { default: new Footer({ children: [tiny()] }), even: new Footer({ children: [tiny()] }) },
  }
}

/** Odd numbers at the right, even ones at the left; one character in. */
function numberLine(alignment: 'left' | 'right'): Paragraph {
  const font = runFont('pageNumber')
  return new Paragraph({
    alignment,
    indent: alignment === AlignmentType.RIGHT ? { right: numberHeight } : { left: numberHeight },
    spacing: { line: numberHeight, lineRule: LineRuleType.EXACT },
    children: [
      new TextRun({ text: '— ', size: numberSize, font }),
      new TextRun({ children: [PageNumber.CURRENT], size: numberSize, font }),
      new TextRun({ text: ' —', size: numberSize, font }),
    ],
  })
}

/** A table of one turned cell at the page's left edge, as tall as the 版心: the one way to turn text in a header. */
function turnedNumber(alignment: 'left' | 'right'): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [numberHeight],
    width: { size: numberHeight, type: 'dxa' },
    borders: TableBorders.NONE,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: margins.bottom - numberGap - numberHeight,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteVerticalPosition: margins.left,
    },
    rows: [
      new TableRow({
        height: { value: textWidth, rule: HeightRule.EXACT },
        children: [
          new TableCell({
            textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
            children: [numberLine(alignment)],
          }),
        ],
      }),
    ],
  })
}

/** A header must end with a paragraph; this one takes no room. */
function tiny(): Paragraph {
  return new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT } })
}
