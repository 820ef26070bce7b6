/** Problems with a file somebody brings. */
import { sentence, type NoDetails } from './problem-sentence.ts'

/** Formats that are recognised by their content and cannot be read. */
export const foreignFormats = {
  word95: { zh: ' Word 95 或更早版本的文档（.doc）', en: 'a document of Word 95 or before (.doc)' },
  works: { zh: ' Microsoft Works 文档（.wps）', en: 'a Microsoft Works document (.wps)' },
  pptx: { zh: ' PowerPoint 演示文稿（.pptx）', en: 'a PowerPoint presentation (.pptx)' },
  rtf: { zh: ' RTF 文档', en: 'an RTF document' },
  xml: { zh: ' XML 文件', en: 'an XML file' },
  archive: { zh: '压缩包', en: 'an archive' },
  image: { zh: '图片', en: 'an image' },
} as const
export type ForeignFormat = keyof typeof foreignFormats

const readable = {
  zh: 'Word、Excel、WPS、开放文档、PDF、网页、CSV 或文本',
  en: 'Word, Excel, WPS, OpenDocument, PDF, HTML, CSV or text',
}

export const problemsOfDocuments = {
  'document.unknown-format': sentence<{ fileName: string; recognised: ForeignFormat | null }>(
    422,
    (d) =>
      d.recognised === null
        ? `无法识别“${d.fileName}”的格式。请上传${readable.zh}文件。`
        : `“${d.fileName}”是${foreignFormats[d.recognised].zh}，不能读取。请另存为 .docx 后再上传。`,
    (d) =>
      d.recognised === null
        ? `The format of “${d.fileName}” is not recognised. Upload a ${readable.en} file.`
        : `“${d.fileName}” is ${foreignFormats[d.recognised].en}, which cannot be read. Save it as .docx first.`,
  ),
  'document.too-large': sentence<{ limitMegabytes: number }>(
    413,
    (d) => `文件超过 ${d.limitMegabytes} MB。任务分解表通常不到 1 MB，请检查是否选错了文件。`,
    (d) =>
      `The file is larger than ${d.limitMegabytes} MB. Such a table is usually below 1 MB: is it the right file?`,
  ),
  'document.empty': sentence<{ fileName: string }>(
    422,
    (d) => `“${d.fileName}”是空文件。`,
    (d) => `“${d.fileName}” is empty.`,
  ),
  'document.broken': sentence<{ part: string }>(
    422,
    (d) => `文件已损坏，读到“${d.part}”处无法继续。请用 Word 打开并另存后再试。`,
    (d) => `The file is damaged at “${d.part}”. Open it in Word, save it again and retry.`,
  ),
  'document.encrypted': sentence<NoDetails>(
    422,
    () => '文件设有打开密码。请先去除密码再上传。',
    () => 'The file is protected by a password. Remove the password first.',
  ),
  'document.macros': sentence<NoDetails>(
    422,
    () => '文件含有宏，出于安全不予接收。请另存为不带宏的 .docx 或 .xlsx 再上传。',
    () => 'The file contains macros and is refused for safety. Save it as a .docx or .xlsx without macros.',
  ),
  'document.expands-too-far': sentence<{ limitMegabytes: number }>(
    422,
    (d) => `文件解压后超过 ${d.limitMegabytes} MB，不像正常文档，已停止读取。`,
    (d) =>
      `The file unpacks to more than ${d.limitMegabytes} MB, which no ordinary document does. Reading was stopped.`,
  ),
  'document.too-complex': sentence<{ limit: number }>(
    422,
    (d) => `文件中的单元格或页面元素超过 ${d.limit} 个，不像任务分解表，已停止读取。请只保留表格后再上传。`,
    (d) =>
      `The file has more than ${d.limit} cells or page elements, which no task table does. Reading was stopped: keep only the table and retry.`,
  ),
  'document.takes-too-long': sentence<{ limitSeconds: number }>(
    422,
    (d) =>
      `读取超过 ${d.limitSeconds} 秒，不像任务分解表，已停止读取。请只保留表格，另存为 .docx 或 .xlsx 后再上传。`,
    (d) =>
      `Reading took more than ${d.limitSeconds} seconds, which no task table does, and was stopped. Keep only the table, save it as .docx or .xlsx and retry.`,
  ),
  'document.takes-too-much-memory': sentence<{ limitMegabytes: number }>(
    422,
    (d) =>
      `读取所需内存超过 ${d.limitMegabytes} MB，不像任务分解表，已停止读取。请只保留表格，另存为 .docx 或 .xlsx 后再上传。`,
    (d) =>
      `Reading took more than ${d.limitMegabytes} MB of memory, which no task table does, and was stopped. Keep only the table, save it as .docx or .xlsx and retry.`,
  ),
  'document.scanned': sentence<{ pages: number }>(
    422,
    (d) =>
      `这是扫描件：${d.pages} 页都是图片，没有可以读取的文字。请上传带文字的版本，或先做文字识别再上传。`,
    (d) =>
      `This is a scan: its ${d.pages} pages are pictures without text. Upload a version with text, or run text recognition first.`,
  ),
  'document.too-long': sentence<{ limitPages: number }>(
    422,
    (d) => `文件超过 ${d.limitPages} 页。请只上传任务分解表所在的部分。`,
    (d) => `The document is longer than ${d.limitPages} pages. Upload only the part with the task table.`,
  ),
  'document.no-table': sentence<{ tables: number; paragraphs: number }>(
    422,
    (d) =>
      `没有找到任务分解表：文中没有同时带有“主要内容”和“牵头单位”等栏目的表格。已查看 ${d.tables} 个表格、${d.paragraphs} 段文字。`,
    (d) =>
      `No task table found: no table has columns such as 主要内容 and 牵头单位. Looked at ${d.tables} tables and ${d.paragraphs} paragraphs.`,
  ),

  'document.unreadable': sentence<{ fileName: string; reason: string }>(
    422,
    (d) => `打不开文件“${d.fileName}”：${d.reason}`,
    (d) => `The file “${d.fileName}” cannot be opened: ${d.reason}`,
  ),
} as const
