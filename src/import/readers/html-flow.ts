/** Text of a page as a browser lines it up: blanks run together, blocks and breaks begin new lines. */
import { cellText } from './cell-text.ts'

/** Between two of these a line break in the page's source is no blank (CSS Text 3, §4.1.3). */
const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u

export class HtmlFlow {
  #text = ''
  /** The last character of the text; asking the text itself would copy it each time. */
  #last = ''
  /** Blanks that show only if text follows in the same line. */
  #blank: '' | ' ' | '\n' = ''
  readonly #emit: (paragraph: string) => void

  /** `emit` receives each paragraph that holds text. */
  constructor(emit: (paragraph: string) => void) {
    this.#emit = emit
  }

  write(text: string, keepsBlanks: boolean): void {
    if (keepsBlanks) {
      this.#flushBlank('')
      this.#append(text)
      return
    }
    for (const [piece] of text.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (/^[ \t\n\r\f]/.test(piece)) {
        if (this.#blank !== ' ') this.#blank = piece.includes('\n') ? '\n' : ' '
      } else {
        this.#flushBlank(piece)
        this.#append(piece)
      }
    }
  }

  breakLine(): void {
    this.#blank = ''
    this.#append('\n')
  }

  /** The edge of a block. */
  endParagraph(): void {
    const text = cellText(this.#text)
    this.#text = ''
    this.#last = ''
    this.#blank = ''
    if (text.trim() !== '') this.#emit(withoutOuterBreaks(text))
  }

  #flushBlank(next: string): void {
    const startsLine = this.#last === '' || this.#last === '\n'
    const joins = this.#blank === '\n' && wide.test(this.#last) && wide.test(next.slice(0, 1))
    if (this.#blank !== '' && !startsLine && !joins) this.#append(' ')
    this.#blank = ''
  }

  #append(text: string): void {
    this.#text += text
    this.#last = text.at(-1) ?? this.#last
  }
}

function withoutOuterBreaks(text: string): string {
  let start = 0
  let end = text.length
  while (text[start] === '\n') start++
  while (text[end - 1] === '\n') end--
  return text.slice(start, end)
}
