/**
 * The one catalogue of errors. A Problem is what a person can act on: a stable code, the details its sentence names,
 * the sentence in both languages. The API maps the code to a status, the CLI prints the sentence, the web shows it.
 */
/** For sentences that name nothing: `{}`. */
export type NoDetails = Readonly<Record<string, never>>

type Sentence<Details> = {
  readonly status: number
  readonly zh: (d: Details) => string
  readonly en: (d: Details) => string
}

function sentence<Details>(
  status: number,
  zh: (d: Details) => string,
  en: (d: Details) => string,
): Sentence<Details> {
  return { status, zh, en }
}

export const problems = {
  // Reading a document
  'document.unknown-format': sentence<{ fileName: string }>(
    422,
    (d) => `无法识别“${d.fileName}”的格式。请上传 .docx 或 .txt 文件。`,
    (d) => `The format of “${d.fileName}” is not recognised. Upload a .docx or .txt file.`,
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
    () => '文件含有宏，出于安全不予接收。请另存为不带宏的 .docx 再上传。',
    () => 'The file contains macros and is refused for safety. Save it as a .docx without macros.',
  ),
  'document.expands-too-far': sentence<{ limitMegabytes: number }>(
    422,
    (d) => `文件解压后超过 ${d.limitMegabytes} MB，不像正常文档，已停止读取。`,
    (d) =>
      `The file unpacks to more than ${d.limitMegabytes} MB, which no ordinary document does. Reading was stopped.`,
  ),
  'document.no-table': sentence<{ looked: string }>(
    422,
    (d) => `没有找到任务分解表：文中没有同时带有“主要内容”和“牵头单位”等栏目的表格。已查看：${d.looked}。`,
    (d) => `No task table found: no table has columns such as 主要内容 and 牵头单位. Looked at: ${d.looked}.`,
  ),
} as const

export type ProblemCode = keyof typeof problems
export type ProblemDetails<Code extends ProblemCode> = Parameters<(typeof problems)[Code]['zh']>[0]
export type Language = 'zh' | 'en'

export class Problem<Code extends ProblemCode = ProblemCode> extends Error {
  override readonly name = 'Problem'
  readonly code: Code
  readonly details: ProblemDetails<Code>

  constructor(code: Code, details: ProblemDetails<Code>, options?: ErrorOptions) {
    super(problemSentence(code, details, 'zh'), options)
    this.code = code
    this.details = details
  }
}

/** The sentence a person reads for a problem. */
export function problemSentence(code: ProblemCode, details: unknown, language: Language): string {
  const write = problems[code][language] as (d: unknown) => string
  return write(details)
}
