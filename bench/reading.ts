/** Reading the sample document against mammoth's plain conversion of the same bytes to HTML. */
import { convertToHtml } from 'mammoth'
import { readDocument } from '../src/import/readers/read-document.ts'
import { readProgramme } from '../src/import/read-programme.ts'
import { compare } from './measure.ts'

const runs = 40

export async function benchReading(docx: Buffer): Promise<void> {
  const yardstick = () => convertToHtml({ buffer: docx })
  const cells = await compare(runs, () => readDocument(docx, 'sample.docx'), yardstick)
  const whole = await compare(runs, () => readProgramme(docx, 'sample.docx'), yardstick)
  report('读取文档 read the document', cells)
  report('读成民生实事 read the programme', whole)
}

function report(what: string, { ours, yardstick }: { ours: number; yardstick: number }): void {
  const ratio = (ours / yardstick).toFixed(3)
  console.log(
    `  ${what}: ${ours.toFixed(2)} ms, mammoth ${yardstick.toFixed(2)} ms, ratio ${ratio} (aim ≤ 0.25)`,
  )
}
