/** Strings of Excel 97's binary format (MS-XLS, §2.5.293 to §2.5.296). */
import { cellText } from './cell-text.ts'
import type { RecordData } from './xls-records.ts'

const wideFlag = 1
const readingFlag = 4
const richFlag = 8

/** All strings that the workbook's cells name by number. */
export function readStringTable(data: RecordData): string[] {
  data.u32()
  const count = data.u32()
  const strings: string[] = []
  for (let i = 0; i < count; i++) strings.push(readString(data, data.u16()))
  return strings
}

/** A string whose length was read before it; font changes and the reading printed above it are passed over. */
export function readString(data: RecordData, length: number): string {
  const flags = data.u8()
  const runs = (flags & richFlag) === 0 ? 0 : data.u16()
  const reading = (flags & readingFlag) === 0 ? 0 : data.u32()
  const text = data.characters(length, (flags & wideFlag) !== 0)
  data.skip(runs * 4 + reading)
  return cellText(text)
}
