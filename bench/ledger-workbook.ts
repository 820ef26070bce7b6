/** A workbook of made-up works, as a district would load it. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { noMark } from '../src/domain/values/file-mark.ts'
import { xlsxStream, type SheetValue } from '../src/reports/streamed-sheet.ts'

export async function writeWorkbook(folder: string, rows: number) {
  const path = join(folder, `rows-${rows}.xlsx`)
  const pieces: Uint8Array[] = []
  for await (const piece of xlsxStream({
    name: '台账',
    mark: noMark,
    heads: heads.map((text) => ({ text, width: 20 })),
    rows: madeUpRows(rows),
  }))
    pieces.push(piece)
  await writeFile(path, Buffer.concat(pieces))
  const bytes = await readFile(path)
  return {
    fileName: 'rows.xlsx',
    path,
    byteSize: bytes.length,
    sha256: createHash('sha256').update(bytes).digest(),
  }
}

const heads = ['工程名称', '地址', '所在辖市区', '完成工程量', '完成日期']

async function* madeUpRows(rows: number): AsyncGenerator<SheetValue[][]> {
  for (let start = 0; start < rows; start += 1000)
    yield Array.from({ length: 1000 }, (_, i) => {
      const no = start + i
      const day = String((no % 28) + 1).padStart(2, '0')
      return [
        `第 ${no} 段污水管网`,
        `湖塘镇环湖西路 ${no} 号`,
        '武进区',
        { figure: String((no % 97) / 4) },
        `2023-02-${day}`,
      ]
    })
}
