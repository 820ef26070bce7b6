/**
 * Walks through the operators of a page (ISO 32000-1, §8 and §9) as pdf.js hands them out, resolved and in order, and
 * notes where each character and each line comes to stand. Nothing is drawn.
 */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { apply, identity, type Matrix, matrixOf, multiply, type Point } from './pdf-matrix.ts'
import type { Glyph, Ruling } from './pdf-page.ts'
import { filledRulings, strokedRulings, subpathsOf } from './pdf-paths.ts'

/** The part of pdf.js's fonts that positions depend on. */
export type PdfFont = {
  readonly vertical?: boolean
  readonly fontMatrix?: readonly number[]
}

/** A character as pdf.js lists it; numbers between them move the pen. Widths in thousandths of the size. */
type ShownGlyph = {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric?: readonly number[] | null
}

export type Operators = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }

type State = {
  transform: Matrix
  font: PdfFont | undefined
  size: number
  characterSpacing: number
  wordSpacing: number
  horizontalScale: number
  leading: number
  rise: number
}

const stroking = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const filling = new Set<number>([OPS.fill, OPS.eoFill])

/** Deeper than any program nests; a file that only saves must not fill the memory. */
const maxSaved = 2000

export class PageInterpreter {
  readonly glyphs: Glyph[] = []
  readonly rulings: Ruling[] = []
  /** How many characters run to the right, down, to the left and up. */
  readonly directions = [0, 0, 0, 0]
  readonly #fontOf: (name: string) => PdfFont | undefined
  readonly #saved: State[] = []
  #state: State
  #textMatrix: Matrix = identity
  #line: Point = [0, 0]
  #pen: Point = [0, 0]

  /** `view` turns the page's own coordinates into points from its top left corner. */
  constructor(view: Matrix, fontOf: (name: string) => PdfFont | undefined) {
    this.#fontOf = fontOf
    this.#state = {
      transform: view,
      font: undefined,
      size: 0,
      characterSpacing: 0,
      wordSpacing: 0,
      horizontalScale: 1,
      leading: 0,
      rise: 0,
    }
  }

  run({ fnArray, argsArray }: Operators): void {
    fnArray.forEach((operator, index) => this.#execute(operator, (argsArray[index] ?? []) as unknown[]))
  }

  #execute(operator: number, args: readonly unknown[]): void {
    const state = this.#state
    const number = (index: number): number => (Number.isFinite(args[index]) ? Number(args[index]) : 0)
    switch (operator) {
      case OPS.save:
        return this.#save()
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endGroup:
        return this.#restore()
      case OPS.transform:
        state.transform = multiply(state.transform, matrixOf(args))
        return undefined
      case OPS.paintFormXObjectBegin:
        this.#save()
        this.#state.transform = multiply(state.transform, matrixOf(args[0]))
        return undefined
      case OPS.beginGroup:
        return this.#save()
      case OPS.constructPath:
        return this.#paint(number(0), args[1])
      case OPS.beginText:
        return this.#moveTo(identity)
      case OPS.setTextMatrix:
        return this.#moveTo(matrixOf(args.length === 1 ? args[0] : args))
      case OPS.moveText:
        return this.#move(number(0), number(1))
      case OPS.setLeadingMoveText:
        state.leading = -number(1)
        return this.#move(number(0), number(1))
      case OPS.nextLine:
        return this.#move(0, -state.leading)
      case OPS.setLeading:
        state.leading = number(0)
        return undefined
      case OPS.setFont:
        return this.#setFont(args[0], number(1))
      case OPS.setGState:
        return this.#setFromDictionary(args[0])
      case OPS.setCharSpacing:
        state.characterSpacing = number(0)
        return undefined
      case OPS.setWordSpacing:
        state.wordSpacing = number(0)
        return undefined
      case OPS.setHScale:
        state.horizontalScale = number(0) / 100
        return undefined
      case OPS.setTextRise:
        state.rise = number(0)
        return undefined
      case OPS.showText:
        return this.#show((args[0] ?? []) as readonly (ShownGlyph | number)[])
      default:
        return undefined
    }
  }

  #save(): void {
    if (this.#saved.length < maxSaved) this.#saved.push({ ...this.#state })
  }

  #restore(): void {
    this.#state = this.#saved.pop() ?? this.#state
  }

  #setFont(name: unknown, size: number): void {
    this.#state.font = typeof name === 'string' ? this.#fontOf(name) : undefined
    this.#state.size = size
  }

  #setFromDictionary(entries: unknown): void {
    for (const [name, size] of fontsInState(entries)) this.#setFont(name, size)
  }

  #moveTo(matrix: Matrix): void {
    this.#textMatrix = matrix
    this.#line = [0, 0]
    this.#pen = [0, 0]
  }

  #move(x: number, y: number): void {
    this.#line = [this.#line[0] + x, this.#line[1] + y]
    this.#pen = this.#line
  }

  #paint(operator: number, paths: unknown): void {
    const data = Array.isArray(paths) ? (paths[0] as ArrayLike<number> | null) : null
    if (data === null) return
    const toRulings = stroking.has(operator)
      ? strokedRulings
      : filling.has(operator)
        ? filledRulings
        : undefined
    if (toRulings === undefined) return
    for (const subpath of subpathsOf(data, this.#state.transform)) {
      for (const ruling of toRulings(subpath)) this.rulings.push(ruling)
    }
  }

  #show(shown: readonly (ShownGlyph | number)[]): void {
    const { font, size, characterSpacing, wordSpacing, horizontalScale } = this.#state
    const vertical = font?.vertical === true
    const unit = font?.fontMatrix?.[0] ?? 0.001
    for (const glyph of shown) {
      if (typeof glyph === 'number') {
        this.#advance((-glyph * size) / 1000, vertical, horizontalScale)
        continue
      }
      const spacing = characterSpacing + (glyph.isSpace ? wordSpacing : 0)
      const width = vertical ? (glyph.vmetric?.[0] ?? -1000) : glyph.width
      const length = width * unit * size
      this.#place(glyph, length, vertical)
      this.#advance(vertical ? length - spacing : length + spacing, vertical, horizontalScale)
    }
  }

  #advance(length: number, vertical: boolean, horizontalScale: number): void {
    const [x, y] = this.#pen
    this.#pen = vertical ? [x, y + length] : [x + length * horizontalScale, y]
  }

  #place(glyph: ShownGlyph, length: number, vertical: boolean): void {
    const { transform, size, rise, horizontalScale } = this.#state
    const toPage = multiply(transform, this.#textMatrix)
    const [x, y] = [this.#pen[0], this.#pen[1] + rise]
    // Latin letters reach 0.2 below the base line, Chinese characters 0.12; both 0.88 above it.
    const corners: Point[] = vertical
      ? [
          [x - size / 2, y],
          [x + size / 2, y + length],
        ]
      : [
          [x, y - size * 0.12],
          [x + length * horizontalScale, y + size * 0.88],
        ]
    const [[x0, y0] = [0, 0], [x1, y1] = [0, 0]] = corners.map((corner) => apply(toPage, corner))
    const [a, b, c, d] = toPage
    const turned = Math.abs(b) > Math.abs(a)
    const direction = turned ? (b > 0 ? 1 : 3) : a >= 0 ? 0 : 2
    this.directions[direction] = (this.directions[direction] ?? 0) + 1
    const box = {
      left: Math.min(x0, x1),
      right: Math.max(x0, x1),
      top: Math.min(y0, y1),
      bottom: Math.max(y0, y1),
    }
    if (!Object.values(box).every(Number.isFinite)) return
    this.glyphs.push({
      ...box,
      text: glyph.unicode,
      size: Math.abs(size) * Math.hypot(c, d),
      vertical: vertical !== turned,
    })
  }
}

/** A graphics state may set a font, too: [name, size]. */
export function fontsInState(entries: unknown): [unknown, number][] {
  return ((entries ?? []) as readonly (readonly [string, unknown])[]).flatMap(
    ([key, value]): [unknown, number][] =>
      key === 'Font' && Array.isArray(value) ? [[value[0], Number(value[1])]] : [],
  )
}
