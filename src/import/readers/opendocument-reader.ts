/**
 * The content of OpenDocument files as paragraphs and tables: what is printed with all tracked changes accepted.
 * Deleted and hidden text and comments are left out; a nested table's or text box's text goes into the cell or the place
 * it stands in.
 */
import type { SourceBlock } from '../../domain/programme/source.ts'
import type { XmlAttributes, XmlName } from './scan-xml.ts'
import { cellText } from './cell-text.ts'
import { OpenDocumentTable } from './opendocument-table.ts'

/** The standard's own prefixes, whatever those of the file are. */
const prefixes = new Map(
  Object.entries({
    office: 'office',
    style: 'style',
    text: 'text',
    table: 'table',
    draw: 'drawing',
    svg: 'svg-compatible',
  }).map(([prefix, name]) => [`urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`, prefix]),
)

/** Not printed where it stands, or not as text. */
const unprinted = new Set([
  'text:tracked-changes',
  'text:note-citation',
  'text:ruby-text',
  'text:script',
  'text:hidden-text',
  'table:tracked-changes',
  'table:content-validations',
  'table:covered-table-cell',
  'office:annotation',
  'office:binary-data',
  'office:forms',
  'draw:object',
  'svg:title',
  'svg:desc',
])

/** A run of spaces is written as a number; no line has more. */
const maxSpaces = 1000

/** `last` is the text's last character; asking the text itself would copy it each time. */
type Paragraph = { text: string; last: string; readonly hidden: boolean }

/** Hand it to scanXml, then ask for the blocks. */
export class OpenDocumentReader {
  readonly #part: string
  readonly #isSheet: boolean
  readonly #blocks: SourceBlock[] = []
  readonly #hiddenSheets: SourceBlock[] = []
  readonly #notes: SourceBlock[] = []
  readonly #hiddenStyles = new Set<string>()
  #style = ''
  readonly #paragraphs: Paragraph[] = []
  readonly #hiddenSpans: boolean[] = []
  #table: OpenDocumentTable | undefined
  #nestedTables = 0
  #notesOpen = 0
  /** How deep we are inside something that is not printed; 0 outside. */
  #skipped = 0

  constructor(kind: 'odt' | 'ods', part: string) {
    this.#isSheet = kind === 'ods'
    this.#part = part
  }

  blocks(): SourceBlock[] {
    return [...this.#blocks, ...this.#hiddenSheets, ...this.#notes]
  }

  readonly open = (tag: XmlName, attributes: XmlAttributes): void => {
    const name = nameOf(tag)
    if (this.#skipped > 0) this.#skipped++
    else if (unprinted.has(name)) this.#openUnprinted(name, attributes)
    else if (name.startsWith('table:')) this.#openTablePart(name, attributes)
    else this.#openText(name, attributes)
  }

  readonly close = (tag: XmlName): void => {
    const name = nameOf(tag)
    if (this.#skipped > 0) this.#skipped--
    else if (name === 'text:p' || name === 'text:h') this.#closeParagraph()
    else if (name === 'text:span') this.#hiddenSpans.pop()
    else if (name === 'text:note') this.#notesOpen--
    else if (name === 'table:table') this.#closeTable()
    else if (this.#nestedTables === 0) this.#table?.close(name)
  }

  readonly text = (text: string): void => {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph === undefined || this.#skipped > 0) return
    const collapsed = text.replaceAll(/[ \t\r\n]+/g, ' ')
    const afterBlank = paragraph.last === '' || /\s/.test(paragraph.last)
    this.#write(afterBlank && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed)
  }

  #openUnprinted(name: string, attributes: XmlAttributes): void {
    this.#skipped = 1
    if (name === 'table:covered-table-cell' && this.#nestedTables === 0) this.#table?.cover(attributes)
  }

  #openText(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'style:style':
        this.#style = attributes['style:name'] ?? ''
        break
      case 'style:text-properties':
        if (attributes['text:display'] === 'none') this.#hiddenStyles.add(this.#style)
        break
      case 'style:table-properties':
        if (attributes['table:display'] === 'false') this.#hiddenStyles.add(this.#style)
        break
      case 'text:p':
      case 'text:h':
        this.#paragraphs.push({ text: '', last: '', hidden: this.#isHidden(attributes['text:style-name']) })
        break
      case 'text:span':
        this.#hiddenSpans.push(this.#isHidden(attributes['text:style-name']))
        break
      case 'text:note':
        this.#notesOpen++
        break
      case 'text:s':
        this.#write(' '.repeat(spaces(attributes['text:c'])))
        break
      case 'text:tab':
        this.#write('\t')
        break
      case 'text:line-break':
        this.#write('\n')
    }
  }

  #openTablePart(name: string, attributes: XmlAttributes): void {
    if (name !== 'table:table') {
      if (this.#nestedTables === 0) this.#table?.open(name, attributes)
    } else if (this.#table === undefined) {
      const hidden = this.#isHidden(attributes['table:style-name'])
      const sheet = this.#isSheet ? (attributes['table:name'] ?? '') : undefined
      this.#table = new OpenDocumentTable(this.#part, sheet, hidden)
    } else this.#nestedTables++
  }

  #closeTable(): void {
    if (this.#nestedTables > 0) {
      this.#nestedTables--
      return
    }
    const block = this.#table?.build()
    if (block !== undefined) (this.#table?.hidden === true ? this.#hiddenSheets : this.#blocks).push(block)
    this.#table = undefined
  }

  #closeParagraph(): void {
    const text = cellText(this.#paragraphs.pop()?.text ?? '')
    if (this.#notesOpen > 0) {
      if (text !== '') this.#notes.push({ kind: 'paragraph', text })
    } else if (this.#table?.takes(text) !== true && text !== '') {
      this.#blocks.push({ kind: 'paragraph', text })
    }
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph === undefined || paragraph.hidden || this.#hiddenSpans.includes(true)) return
    paragraph.text += text
    paragraph.last = text.at(-1) ?? paragraph.last
  }

  #isHidden(style: string | undefined): boolean {
    return style !== undefined && this.#hiddenStyles.has(style)
  }
}

function spaces(number: string | undefined): number {
  const wanted = Number.parseInt(number ?? '1', 10)
  return wanted > 0 ? Math.min(wanted, maxSpaces) : 0
}

function nameOf({ local, uri }: XmlName): string {
  return `${prefixes.get(uri) ?? ''}:${local}`
}
