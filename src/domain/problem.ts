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

export const problems = {
  // Reading a document
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
    () => '文件含有宏，出于安全不予接收。请另存为不带宏的 .docx 再上传。',
    () => 'The file contains macros and is refused for safety. Save it as a .docx without macros.',
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

  // Correcting a draft
  'correction.not-found': sentence<{ key: string }>(
    409,
    (d) => `要更正的内容（${d.key}）已不在草案中，可能已被他人修改。请刷新后再试。`,
    (d) =>
      `What you are correcting (${d.key}) is no longer in the draft; somebody may have changed it. Reload and retry.`,
  ),
  'correction.key-taken': sentence<{ key: string }>(
    409,
    (d) => `编号 ${d.key} 已被占用。请刷新后再试。`,
    (d) => `The key ${d.key} is already taken. Reload and retry.`,
  ),
  'correction.bad-span': sentence<{ text: string }>(
    422,
    (d) => `选取的文字“${d.text}”不在这项承诺的范围内。请重新选取。`,
    (d) => `The selected text “${d.text}” is outside this promise. Select it again.`,
  ),
  'correction.split-needs-parts': sentence<NoDetails>(
    422,
    () => '拆分后至少要有两项。',
    () => 'A split needs at least two parts.',
  ),
  'correction.nothing-to-undo': sentence<NoDetails>(
    409,
    () => '没有可撤销的更正。',
    () => 'There is nothing to undo.',
  ),
  'correction.overtaken': sentence<NoDetails>(
    409,
    () => '刚才有人先保存了另一处更正。已为您载入最新内容，请再试一次。',
    () => 'Somebody saved another correction first. The latest draft was loaded; please try again.',
  ),

  // Targets
  'target.no-object': sentence<NoDetails>(
    422,
    () => '请填写承诺的对象，例如“口袋公园”。',
    () => 'State what is promised, e.g. “pocket parks”.',
  ),
  'target.no-value': sentence<NoDetails>(
    422,
    () => '数量和比率类承诺必须有目标值。没有数字的承诺请选里程碑、服务或工作。',
    () =>
      'A quantity or rate needs a value. Choose milestone, service or activity for a promise without a number.',
  ),
  'target.value-without-comparator': sentence<NoDetails>(
    422,
    () => '目标值和比较方式（等于、不少于等）要么都填，要么都不填。',
    () => 'Give both the value and its comparator, or neither.',
  ),
  'target.range-ends': sentence<NoDetails>(
    422,
    () => '“区间”需要两个数，且后一个不小于前一个；其他比较方式只填一个数。',
    () => 'A range needs two numbers, the second not below the first; other comparators take one.',
  ),

  // Imports and programmes
  'import.not-found': sentence<NoDetails>(
    404,
    () => '没有这次导入。',
    () => 'There is no such import.',
  ),
  'import.adopted': sentence<NoDetails>(
    409,
    () => '这次导入已经确立为年度民生实事，不能再更正。',
    () => 'This import has been adopted as a programme and can no longer be corrected.',
  ),
  'import.no-year': sentence<NoDetails>(
    422,
    () => '文件中没有写明年份，确立前请填写年份。',
    () => 'The document states no year; give one before adopting.',
  ),
  'import.nothing-promised': sentence<NoDetails>(
    422,
    () => '草案中没有任何承诺，无法确立。',
    () => 'The draft holds no promise and cannot be adopted.',
  ),
  'import.no-file': sentence<NoDetails>(
    422,
    () => '请选择要上传的文件。',
    () => 'Choose a file to upload.',
  ),
  'amendment.other-year': sentence<{ programme: number; document: number }>(
    422,
    (d) => `文件是 ${d.document} 年度的，不能用来修订 ${d.programme} 年度的民生实事。`,
    (d) => `The document is for ${d.document} and cannot amend the programme of ${d.programme}.`,
  ),
  'amendment.overtaken': sentence<{ no: number }>(
    409,
    (d) => `比对之后又有了第 ${d.no} 号修订。请重新比对后再确立。`,
    (d) => `Amendment ${d.no} was made since you compared. Compare again before you make yours.`,
  ),
  'share.taken': sentence<NoDetails>(
    409,
    () => '这个辖市区的分解表已经导入过；新的版本请作为对它的修订。',
    () => 'This district’s table is there already; bring a newer version in as an amendment of it.',
  ),
  'programme.not-found': sentence<NoDetails>(
    404,
    () => '没有这份年度民生实事。',
    () => 'There is no such programme.',
  ),
  'indicator.not-found': sentence<NoDetails>(
    404,
    () => '没有这项承诺。',
    () => 'There is no such promise.',
  ),
  'document.not-found': sentence<NoDetails>(
    404,
    () => '没有这份文件。',
    () => 'There is no such document.',
  ),
  'unit.not-found': sentence<NoDetails>(
    422,
    () => '没有这个单位，请重新选择。',
    () => 'There is no such unit; choose again.',
  ),

  // Governments
  'tenant.bad-code': sentence<{ code: string }>(
    422,
    (d) => `代码“${d.code}”不合要求：以小写字母开头，2 至 31 个小写字母、数字或连字符，例如 changzhou。`,
    (d) =>
      `The code “${d.code}” will not do: 2–31 lower-case letters, digits or hyphens, a letter first, e.g. changzhou.`,
  ),
  'tenant.taken': sentence<{ code: string }>(
    409,
    (d) => `代码“${d.code}”已被使用。`,
    (d) => `The code “${d.code}” is already taken.`,
  ),

  // Sign-in and access
  'access.sign-in-needed': sentence<NoDetails>(
    401,
    () => '请先登录。',
    () => 'Please sign in.',
  ),
  'access.denied': sentence<{ action: string }>(
    403,
    () => '您现任的岗位没有这项权限。如需办理，请联系系统管理员。',
    () => 'Your posts do not carry this right. Ask the system administrator if you need it.',
  ),
  'access.wrong-password': sentence<NoDetails>(
    401,
    () => '用户名或密码不对。',
    () => 'Wrong user name or password.',
  ),
  'access.too-many-tries': sentence<{ minutes: number }>(
    429,
    (d) => `尝试次数过多，请 ${d.minutes} 分钟后再试。`,
    (d) => `Too many tries. Try again in ${d.minutes} minutes.`,
  ),
  'access.cross-site': sentence<NoDetails>(
    403,
    () => '请求不是从本网站发出的，已拒绝。',
    () => 'The request did not come from this site and was refused.',
  ),
  'session.not-found': sentence<NoDetails>(
    404,
    () => '没有这个会话。',
    () => 'There is no such session.',
  ),

  // Starting the database
  'database.no-embedded': sentence<{ platform: string; reason: string }>(
    500,
    (d) =>
      `内置数据库不能在本机（${d.platform}）运行：${d.reason}。请自备 PostgreSQL 15 或更高版本，并用环境变量 DATABASE_URL 指明地址。`,
    (d) =>
      `The embedded database cannot run here (${d.platform}): ${d.reason}. Provide PostgreSQL 15 or later and name it in DATABASE_URL.`,
  ),
  'database.start-failed': sentence<{ directory: string; lines: string }>(
    500,
    (d) =>
      `内置数据库没有启动，数据仍在 ${d.directory}，未作改动。请按下面的提示处理后再启动，或用 DATABASE_URL 改用另一台服务器。\n${d.lines}`,
    (d) =>
      `The embedded database did not start; its data in ${d.directory} are unchanged. Mend what is said below and start again, or name another server in DATABASE_URL.\n${d.lines}`,
  ),
  'database.not-prepared': sentence<{ statements: string }>(
    500,
    (d) =>
      `数据库还缺少角色或授权，而当前账号无权补上。请由数据库管理员执行下列语句，然后用 DATABASE_URL 给出 jiannuo_app 的地址，用 MIGRATION_DATABASE_URL 给出 jiannuo_owner 成员的地址：\n${d.statements}`,
    (d) =>
      `The database lacks roles or grants that this login may not add. Let an administrator run the statements below, then give the address of jiannuo_app in DATABASE_URL and that of a member of jiannuo_owner in MIGRATION_DATABASE_URL:\n${d.statements}`,
  ),
  'database.unsafe-role': sentence<{ role: string }>(
    500,
    (d) =>
      `不能用数据库账号“${d.role}”运行：它能绕过各政府之间的隔离。请在 DATABASE_URL 中使用 jiannuo_app，并去掉它的超级用户、BYPASSRLS 和 jiannuo_owner 成员身份。`,
    (d) =>
      `The database login “${d.role}” must not be used: it gets around the wall between governments. Use jiannuo_app in DATABASE_URL, without superuser, BYPASSRLS or membership of jiannuo_owner.`,
  ),
  'migration.changed': sentence<{ file: string }>(
    500,
    (d) => `迁移文件 ${d.file} 在执行之后被改动过。请恢复原文件，改动另写一个新的迁移。`,
    (d) =>
      `Migration ${d.file} was changed after it ran. Restore it and put the change into a new migration.`,
  ),
  'migration.missing': sentence<{ file: string }>(
    500,
    (d) => `数据库已执行过迁移 ${d.file}，但程序里没有这个文件。程序可能比数据库旧，请用新版本启动。`,
    (d) =>
      `The database has had migration ${d.file}, which this program lacks. The program is probably older than the data: start a newer one.`,
  ),
  'migration.out-of-order': sentence<{ file: string; after: string }>(
    500,
    (d) => `迁移 ${d.file} 排在已执行的 ${d.after} 之前，不能补插。请把它重新编号，排到最后。`,
    (d) => `Migration ${d.file} sorts before ${d.after}, which has run already. Number it last.`,
  ),
  'migration.failed': sentence<{ file: string; reason: string }>(
    500,
    (d) => `迁移 ${d.file} 没有成功，数据库保持原样：${d.reason}`,
    (d) => `Migration ${d.file} failed and left the database as it was: ${d.reason}`,
  ),

  // Anything at the edge
  'request.invalid': sentence<{ place: string; message: string }>(
    400,
    (d) => `提交的内容在“${d.place}”处不符合要求：${d.message}`,
    (d) => `What was sent is not valid at “${d.place}”: ${d.message}`,
  ),
  'request.no-such-address': sentence<{ path: string }>(
    404,
    (d) => `没有这个地址：${d.path}`,
    (d) => `There is no such address: ${d.path}`,
  ),
  'server.port-taken': sentence<{ port: number }>(
    500,
    (d) => `端口 ${d.port} 已被其他程序占用。请关闭它，或换一个端口：PORT=3001 npm start`,
    (d) => `Port ${d.port} is taken by another program. Close it, or choose another: PORT=3001 npm start`,
  ),
  'server.unexpected': sentence<{ id: string }>(
    500,
    (d) => `系统出了意外，已记录（编号 ${d.id}）。请稍后再试；若仍不行，请把编号告诉管理员。`,
    (d) =>
      `Something unexpected happened and was recorded (${d.id}). Try again later, or give this number to the administrator.`,
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
