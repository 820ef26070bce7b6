/** Characters put together to lines of text, by where they stand. */
import { boundsOf, type Box, type Glyph, middleOf } from './pdf-page.ts'

export type TextLine = Box & {
  readonly text: string
  readonly size: number
  /** Without blanks at either end, from the left; from the top in vertical writing. */
  readonly glyphs: readonly Glyph[]
}

const latin = /[\p{Script=Latin}\d]/u

/** Lines from the top, each from the left; vertical writing as columns from the right, each from the top. */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const upright = glyphs.filter((glyph) => !glyph.vertical)
  const vertical = glyphs.filter((glyph) => glyph.vertical).map(turned)
  return [...groupLines(upright), ...groupLines(vertical).map(turnedBack)]
}

function groupLines(glyphs: readonly Glyph[]): TextLine[] {
  const lines: Glyph[][] = []
  let level = -Infinity
  let size = 0
  for (const glyph of glyphs.toSorted((a, b) => middleOf(a) - middleOf(b))) {
    // Exponents and letters of another size stand up to 0.4 of a size off; lines are a whole size apart.
    if (middleOf(glyph) - level > 0.45 * Math.max(size, glyph.size)) {
      lines.push([])
      level = middleOf(glyph)
      size = glyph.size
    }
    lines.at(-1)?.push(glyph)
  }
  return lines.flatMap((line) => lineOf(line) ?? [])
}

/** Undefined when the characters are all blank. */
export function lineOf(glyphs: readonly Glyph[]): TextLine | undefined {
  const sorted = withoutShadows(glyphs.toSorted((a, b) => a.left - b.left))
  const first = sorted.findIndex(isPrinted)
  if (first === -1) return undefined
  const printed = sorted.slice(first, sorted.findLastIndex(isPrinted) + 1)
  return {
    ...boundsOf(printed),
    text: textOf(printed),
    size: Math.max(...printed.map((glyph) => glyph.size)),
    glyphs: printed,
  }
}

function textOf(glyphs: readonly Glyph[]): string {
  let text = ''
  let previous: Glyph | undefined
  for (const glyph of glyphs) {
    if (previous !== undefined && isGap(previous, glyph)) text += ' '
    text += isPrinted(glyph) ? plainCharacters(glyph.text) : text.endsWith(' ') ? '' : ' '
    previous = glyph
  }
  return text
}

/** Blanks are often no characters but a move. Chinese is set solid or spread evenly, Latin words need less. */
function isGap(left: Glyph, right: Glyph): boolean {
  if (!isPrinted(left) || !isPrinted(right)) return false
  const words = latin.test(left.text) && latin.test(right.text)
  return right.left - left.right > (words ? 0.2 : 0.8) * Math.max(left.size, right.size)
}

/** Bold is sometimes made by printing twice, a hair apart. */
function withoutShadows(sorted: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = []
  for (const glyph of sorted) {
    const isShadow = kept
      .slice(-3)
      .some((other) => other.text === glyph.text && Math.abs(other.left - glyph.left) < 0.25 * glyph.size)
    if (!isShadow) kept.push(glyph)
  }
  return kept
}

function isPrinted(glyph: Glyph): boolean {
  return glyph.text.trim() !== ''
}

/**
 * Fonts that are subset name some characters by their look: radicals for 一 or 口, ligatures for fi. Other
 * compatibility characters (％, ①, ：) are what was typed.
 */
export function plainCharacters(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\u2e80-\u2fdf\ufb00-\ufb06]/g, (character) => character.normalize('NFKC'))
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
}

/** Vertical writing turned by a quarter reads from the left, its columns from the top. */
function turned<Item extends Box>(item: Item): Item {
  return { ...item, left: item.top, right: item.bottom, top: -item.right, bottom: -item.left }
}

function turnedBack(line: TextLine): TextLine {
  const { left, right, top, bottom } = line
  return { ...line, left: -bottom, right: -top, top: left, bottom: right }
}
