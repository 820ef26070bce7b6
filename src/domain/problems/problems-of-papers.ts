/** Problems with official papers. */
import { sentence, type NoDetails } from './problem-sentence.ts'

export const problemsOfPapers = {
  'paper.not-found': sentence<NoDetails>(
    404,
    () => '没有这份文书，可能链接有误。请从“文书”页重新打开。',
    () => 'There is no such paper; the link may be wrong. Open it again from Papers.',
  ),
  'paper.no-lights': sentence<{ month: string; no: number }>(
    422,
    (d) =>
      `${d.month.slice(0, 7)} 第 ${d.no} 号快照里没有亮灯，不能据此起草。请先分解计划，再重新冻结这个月。`,
    (d) =>
      `The snapshot no. ${d.no} of ${d.month.slice(0, 7)} holds no lights to draft from. Split the targets, then freeze the month again.`,
  ),
  'paper.unknown-leader': sentence<NoDetails>(
    422,
    () => '这个月的快照里没有这位分管领导。请从列表里选一位。',
    () => 'The snapshot of this month does not know this leader. Choose one of the list.',
  ),
  'paper.overtaken': sentence<{ version: number; by: string }>(
    409,
    (d) => `${d.by}刚才已保存第 ${d.version} 稿。您改的文字还在本页，请对照最新一稿再保存。`,
    (d) =>
      `${d.by} has just saved version ${d.version}. Your text is still on this page; compare it with the latest and save again.`,
  ),
  'paper.sealed': sentence<{ number: string }>(
    409,
    (d) => `这份文书已编号（${d.number}）用印，不能再改。需要更正时请另起草一份。`,
    (d) =>
      `This paper is numbered (${d.number}) and sealed; it cannot be changed. Draft another to correct it.`,
  ),
  'paper.no-pdf': sentence<NoDetails>(
    503,
    () => '服务器上没有 LibreOffice，不能生成 PDF。请下载 Word 文件，或请系统管理员安装 LibreOffice。',
    () =>
      'There is no LibreOffice on the server to make a PDF. Take the Word file, or ask the administrator to install LibreOffice.',
  ),
  'paper.pdf-failed': sentence<NoDetails>(
    503,
    () => 'LibreOffice 没有按时转出 PDF。请稍后再试，或下载 Word 文件。',
    () => 'LibreOffice did not finish the PDF in time. Try again later, or take the Word file.',
  ),
  'template.unknown-field': sentence<{ field: string; known: string }>(
    422,
    (d) => `模板里的 {{${d.field}}} 不是系统认识的字段。请改成下列之一：${d.known}。`,
    (d) => `The template holds {{${d.field}}}, which is no field. Use one of these: ${d.known}.`,
  ),
  'template.no-fields': sentence<NoDetails>(
    422,
    () => '模板里没有 {{字段}}，不知道往哪里填。请在 Word 里写上，例如 {{标题}}、{{正文}}。',
    () => 'The template holds no {{field}} to fill. Write some in Word, for example {{标题}} and {{正文}}.',
  ),
  'template.not-found': sentence<NoDetails>(
    404,
    () => '这个文种用的是标准版式，没有自己的模板。',
    () => 'This kind of paper has no template of its own; it uses the standard form.',
  ),
} as const
