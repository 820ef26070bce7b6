/** PDF files in the making: pages of drawing and text, put together without any library. */
import { zlibSync } from 'fflate'

export type PageContent = {
  readonly content: string
  readonly width?: number
  readonly height?: number
  /** Clockwise, in degrees. */
  readonly rotate?: number
}

type Options = {
  /** The encoding of the one font, which is not embedded: a name of a table that readers have to know. */
  readonly encoding?: string
  /** Further objects by number, from 100 on: form XObjects, streams. */
  readonly objects?: Readonly<Record<number, string>>
  /** What pages may use besides the font, as entries of their resources. */
  readonly resources?: string
  readonly packed?: boolean
}

const firstPage = 10

/** One font, F1, with every character as wide as it is high. Contents are in points from the bottom left corner. */
export function pdfOf(pages: readonly PageContent[], options: Options = {}): Uint8Array {
  const objects = new Map<number, string>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [
      2,
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${firstPage + 2 * i} 0 R`).join(' ')}] >>`,
    ],
    [
      3,
      `<< /Type /Font /Subtype /Type0 /BaseFont /STSong /Encoding /${options.encoding ?? 'UniGB-UCS2-H'} /DescendantFonts [4 0 R] >>`,
    ],
    [
      4,
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>',
    ],
    [
      5,
      '<< /Type /FontDescriptor /FontName /STSong /Flags 6 /Ascent 880 /Descent -120 /CapHeight 880 /ItalicAngle 0 /StemV 80 /FontBBox [0 -120 1000 880] >>',
    ],
    ...Object.entries(options.objects ?? {}).map(([number, body]): [number, string] => [
      Number(number),
      body,
    ]),
  ])
  pages.forEach(({ content, width = 595, height = 842, rotate = 0 }, index) => {
    const number = firstPage + 2 * index
    objects.set(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${number + 1} 0 R /Resources << /Font << /F1 3 0 R >> ${options.resources ?? ''} >> >>`,
    )
    objects.set(number + 1, streamOf(content, options.packed === true))
  })
  return fileOf(objects)
}

/** A stream object; `entries` go into its dictionary. */
export function streamOf(content: string, packed = false, entries = ''): string {
  const bytes = Buffer.from(content, 'latin1')
  const body = packed ? Buffer.from(zlibSync(bytes)) : bytes
  const filter = packed ? '/Filter /FlateDecode' : ''
  return `<< /Length ${body.length} ${filter} ${entries} >>\nstream\n${body.toString('latin1')}\nendstream`
}

/** Text from (x, y) on, as UniGB-UCS2-H has it. */
export function text(x: number, y: number, words: string, size = 10): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hexOf(words)}> Tj ET`
}

export function hexOf(words: string): string {
  return Buffer.from(words, 'utf16le').swap16().toString('hex')
}

export function line(x0: number, y0: number, x1: number, y1: number): string {
  return `${x0} ${y0} m ${x1} ${y1} l S`
}

/** All edges of a grid, each as one line. */
export function gridLines(xs: readonly number[], ys: readonly number[]): string {
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return [...xs.map((x) => line(x, bottom, x, top)), ...ys.map((y) => line(left, y, right, y))].join('\n')
}

function fileOf(objects: ReadonlyMap<number, string>): Uint8Array {
  let file = '%PDF-1.7\n'
  const size = Math.max(...objects.keys()) + 1
  const places = Array.from({ length: size }, () => '0000000000 65535 f ')
  for (const [number, body] of objects) {
    places[number] = `${String(file.length).padStart(10, '0')} 00000 n `
    file += `${number} 0 obj\n${body}\nendobj\n`
  }
  const table = file.length
  file += `xref\n0 ${size}\n${places.join('\n')}\ntrailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Uint8Array.from(Buffer.from(file, 'latin1'))
}
