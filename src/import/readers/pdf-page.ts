/** A page of a PDF as it looks: characters in their boxes and straight lines. Points from the top left corner. */

export type Box = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export type Glyph = Box & {
  /** One character, or several where the font draws them as one. */
  readonly text: string
  /** The font's size as printed. */
  readonly size: number
  /** Set from top to bottom, as vertical writing or turned by a quarter. */
  readonly vertical: boolean
}

/** A straight line along the page: y = `at` from x = `from` to x = `to`, or the same with x and y changed over. */
export type Ruling = {
  readonly horizontal: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

export type PdfPage = {
  /** From 1. */
  readonly number: number
  readonly glyphs: readonly Glyph[]
  readonly rulings: readonly Ruling[]
}

/** Whether a box's middle lies within another. */
export function isInside(box: Box, area: Box): boolean {
  const x = (box.left + box.right) / 2
  const y = (box.top + box.bottom) / 2
  return x >= area.left && x <= area.right && y >= area.top && y <= area.bottom
}

export function boundsOf(boxes: readonly Box[]): Box {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { left, top, right, bottom } of boxes) {
    bounds.left = Math.min(bounds.left, left)
    bounds.top = Math.min(bounds.top, top)
    bounds.right = Math.max(bounds.right, right)
    bounds.bottom = Math.max(bounds.bottom, bottom)
  }
  return bounds
}

export function middleOf({ top, bottom }: Box): number {
  return (top + bottom) / 2
}

export function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}
