/** Problems with ledgers: entries, decisions on them, and files that are loaded. */
import { columnWord } from './ledger-words.ts'
import { faultSentence, type EntryFault } from './entry-fault.ts'
import { sentence, type NoDetails } from './problem-sentence.ts'
import type { LedgerKind } from './target.ts'

/** What is wrong with a cell of a loaded file: `cell` is named as in the spreadsheet, C17. */
export type RowFault = EntryFault & { readonly cell: string; readonly row: number }

export const problemsOfLedgers = {
  'entry.refused': sentence<{ ledger: LedgerKind; place: string; faults: readonly EntryFault[] }>(
    422,
    (d) =>
      d.faults
        .map((fault) => `${columnWord(d.ledger, fault.column, 'zh')}${faultSentence(fault, 'zh')}`)
        .join(''),
    (d) =>
      d.faults
        .map((fault) => `${columnWord(d.ledger, fault.column, 'en')} ${faultSentence(fault, 'en')}`)
        .join(' '),
  ),
  'entry.not-found': sentence<NoDetails>(
    404,
    () => '没有这条台账条目。',
    () => 'There is no such entry.',
  ),
  'ledger.not-found': sentence<NoDetails>(
    404,
    () => '这份年度民生实事里没有这项承诺，或没有这个单位。',
    () => 'The programme has no such promise, or there is no such unit.',
  ),
  'entry.no-plan': sentence<{ promise: string }>(
    409,
    (d) => `“${d.promise}”还没有分解方案，不能录入台账。请先由牵头单位分解。`,
    (d) =>
      `“${d.promise}” is not split over units yet and takes no entries. Its lead unit has to split it first.`,
  ),
  'entry.no-share': sentence<{ promise: string; unit: string; leadUnit: string }>(
    409,
    (d) =>
      `${d.unit}在“${d.promise}”的分解方案中没有任务，不能录入台账。请与牵头单位${d.leadUnit}联系，由其在分解方案中加上${d.unit}。`,
    (d) =>
      `${d.unit} has no share of “${d.promise}” and cannot add entries. Ask its lead unit, ${d.leadUnit}, to add ${d.unit} to the plan.`,
  ),
  'entry.known': sentence<{ place: string; entryId: string | null }>(
    409,
    () => '台账里已有一条内容完全相同的条目。确实是另外一件，请选“仍要录入”；否则不用再录。',
    () =>
      'The ledger has an entry with exactly this content. If it is another one, choose “enter it anyway”.',
  ),
  'entry.unchanged': sentence<NoDetails>(
    422,
    () => '更正后的内容与原条目相同，没有保存。',
    () => 'The correction says the same as the entry; nothing was saved.',
  ),
  'entry.settled': sentence<{ state: string }>(
    409,
    (d) =>
      d.state === 'replaced'
        ? '这条已被更正后的新条目替代，请在新条目上处理。'
        : '这条已是所选的状态，或已撤回，不能再这样处理。',
    (d) =>
      d.state === 'replaced'
        ? 'This entry was replaced by a corrected one; decide on that.'
        : 'The entry is in that state already, or was withdrawn.',
  ),
  'entry.own': sentence<NoDetails>(
    403,
    () => '这条是您本人录入的，请由同单位其他审核人审核。',
    () => 'You entered this yourself; somebody else has to review it.',
  ),
  'entry.reason-missing': sentence<{ place: string }>(
    422,
    () => '请填写原因，录入单位和审核人都会看到。',
    () => 'Give the reason; the unit and the reviewers will see it.',
  ),
  'entry.overtaken': sentence<NoDetails>(
    409,
    () => '刚才有人先处理了这条。已为您载入最新情况，请核对后再处理。',
    () => 'Somebody decided on this entry first. The latest was loaded; look at it and decide again.',
  ),
  'ledger-file.no-file': sentence<NoDetails>(
    422,
    () => '请选择要上传的台账文件（.xlsx 或 .csv）。',
    () => 'Choose the ledger file to upload (.xlsx or .csv).',
  ),
  'ledger-file.not-a-sheet': sentence<{ fileName: string }>(
    422,
    (d) => `“${d.fileName}”不是 .xlsx 或 .csv 表格。请用 Excel 或 WPS 另存为 .xlsx 后再上传。`,
    (d) => `“${d.fileName}” is no .xlsx or .csv sheet. Save it as .xlsx with Excel or WPS and upload that.`,
  ),
  'ledger-file.too-large': sentence<{ limitMegabytes: number }>(
    413,
    (d) => `文件超过 ${d.limitMegabytes} MB。请分成几个文件上传。`,
    (d) => `The file is larger than ${d.limitMegabytes} MB. Upload it in parts.`,
  ),
  'ledger-file.too-many-rows': sentence<{ limit: number }>(
    422,
    (d) => `文件超过 ${d.limit} 行。请分成几个文件上传。`,
    (d) => `The file has more than ${d.limit} rows. Upload it in parts.`,
  ),
  'ledger-file.no-heads': sentence<{ missing: readonly string[] }>(
    422,
    (d) => `没有找到表头：缺少“${d.missing.join('”“')}”栏。请下载模板，把数据粘贴进去再上传。`,
    (d) =>
      `No heads found: “${d.missing.join('”, “')}” is missing. Download the template and paste the rows into it.`,
  ),
  'ledger-file.month-frozen': sentence<{ month: string }>(
    409,
    (d) => `读取文件期间 ${d.month} 被锁定，没有录入任何一行。请将这些行改计入以后的月份后再上传。`,
    (d) =>
      `${d.month} was frozen while the file was read; nothing was loaded. Count its rows in a later month.`,
  ),
  'ledger-file.empty': sentence<NoDetails>(
    422,
    () => '文件里只有表头，没有数据行。请填写后再上传。',
    () => 'The file has heads but no rows. Fill it in and upload it again.',
  ),
  'ledger-file.refused': sentence<{ faults: readonly RowFault[]; count: number; rows: number }>(
    422,
    (d) => `${d.rows} 行中有 ${d.count} 处不对，整个文件都没有录入。请按下表改好后重新上传。`,
    (d) =>
      `${d.count} cells of ${d.rows} rows are wrong; nothing was loaded. Mend them as listed and upload again.`,
  ),
} as const
