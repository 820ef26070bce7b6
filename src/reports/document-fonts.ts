/**
 * The fonts of official documents (GB/T 9704-2012 §5.2, §7.3). Named, not embedded: they are not free to ship, and every
 * office has them. What stands in where one is missing is named beside it.
 */
import type { IFontAttributesProperties } from 'docx'

export const documentFonts = {
  title: '方正小标宋简体',
  text: '仿宋_GB2312',
  table: '仿宋',
  heading1: '黑体',
  heading2: '楷体_GB2312',
  pageNumber: '宋体',
} as const
export type DocumentFont = keyof typeof documentFonts

/** What Word takes where a font is missing. */
const fallbacks: Readonly<Record<string, string>> = {
  方正小标宋简体: '华文中宋',
  仿宋_GB2312: '仿宋',
  仿宋: 'FangSong',
  黑体: 'SimHei',
  楷体_GB2312: '楷体',
  宋体: 'SimSun',
}

/** The hint gives quotation marks and dashes, which both scripts have, their Chinese width. */
export function runFont(font: DocumentFont): IFontAttributesProperties {
  return {
    ascii: 'Times New Roman',
    hAnsi: 'Times New Roman',
    eastAsia: documentFonts[font],
    hint: 'eastAsia',
  }
}

/** The part word/fontTable.xml. */
export function fontTable(): string {
  const fonts = Object.entries(fallbacks).map(
    ([name, other]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`
}
