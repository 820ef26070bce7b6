/** How a workbook shows its numbers, by the formats of its cells. */
import { shownNumber } from './number-format.ts'

/** The number as a cell of that style shows it. */
export type NumberFormats = (value: number, style: number) => string

/** `styles`: the format of each style, by number; `codes`: the formats that the workbook defines itself. */
export function numberFormats(
  styles: readonly number[],
  codes: ReadonlyMap<number, string>,
  date1904: boolean,
): NumberFormats {
  return (value, style) => {
    return shownNumber(value, formatCode(styles[style] ?? 0, codes), date1904)
  }
}

/** The format with that number: the workbook's own, or one that files name by number only. */
export function formatCode(id: number, codes: ReadonlyMap<number, string>): string {
  return codes.get(id) ?? builtInFormats[id] ?? 'General'
}

/** Formats that files name by number only, as they are in Chinese (ECMA-376 part 1, §18.8.30). */
const builtInFormats: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}
