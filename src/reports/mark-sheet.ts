/** A mark on a sheet: a row above its heads, which is seen on the screen, and the head of every printed page. */
import type { Row } from 'write-excel-file/node'
import type { FileMark } from '../domain/values/file-mark.ts'

/** The element that follows a sheet's margins and page setup (ECMA-376 part 1, §18.3.1.46). */
export function printHeader({ words }: FileMark): string {
  return words === '' ? '' : `<headerFooter><oddHeader>&amp;C${words}</oddHeader></headerFooter>`
}

/** Of as many columns as the sheet has; readers look for heads below notes. */
export function markRows({ words }: FileMark, columns: number): Row[] {
  if (words === '') return []
  const mark = { value: words, columnSpan: columns, fontWeight: 'bold', textColor: '#C00000' } as const
  return [[mark, ...Array.from({ length: columns - 1 }, () => null)]]
}
