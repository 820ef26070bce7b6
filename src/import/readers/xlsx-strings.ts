/** The strings of a workbook, which its cells name by number (ECMA-376 part 1, §18.4). */
import { scanXml } from './scan-xml.ts'
import { cellText } from './cell-text.ts'

/** A cell's text: all runs of a rich text, without the reading printed above it. */
export function readSharedStrings(bytes: Uint8Array | undefined): string[] {
  const strings: string[] = []
  if (bytes === undefined) return strings
  const string = new RichText()
  scanXml(bytes, 'xl/sharedStrings.xml', {
    open: ({ local }) => string.open(local),
    close({ local }) {
      string.close(local)
      if (local === 'si') strings.push(string.take())
    },
    text: (text) => string.write(text),
  })
  return strings
}

/** Collects the text of an si or is element. */
export class RichText {
  #text = ''
  #inText = false
  #inReading = false

  open(name: string): void {
    if (name === 'rPh') this.#inReading = true
    else if (name === 't') this.#inText = !this.#inReading
  }

  close(name: string): void {
    if (name === 'rPh') this.#inReading = false
    else if (name === 't') this.#inText = false
  }

  write(text: string): void {
    if (this.#inText) this.#text += text
  }

  /** The text so far; what follows begins anew. */
  take(): string {
    const text = unescapeString(this.#text)
    this.#text = ''
    return text
  }
}

/** Characters that XML cannot hold are written _x000D_, and an underscore before such a mark _x005F_ (§22.9.2.19). */
export function unescapeString(text: string): string {
  const plain = text.includes('_x')
    ? text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
  return cellText(plain)
}
