/** Problems with drafts, targets, imports, programmes and their amendments. */
import { sentence, type NoDetails } from './problem-sentence.ts'

export const problemsOfProgrammes = {
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
  'import.no-such-table': sentence<NoDetails>(
    422,
    () => '这份文件中没有这张任务表，请刷新后重新选择。',
    () => 'The document has no such task table; reload and choose again.',
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
} as const
