/** Problems with periods, monthly figures, their review and freezing. */
import { sentence, type NoDetails } from './problem-sentence.ts'

/** What is wrong with one cell of a sheet, for the sentence and for the field. */
export type RefusedCell = {
  readonly indicatorId: string
  readonly promise: string
  readonly faults: readonly {
    readonly field: string
    readonly code: string
    readonly [detail: string]: unknown
  }[]
}

export const problemsOfReporting = {
  'period.already-open': sentence<{ month: string }>(
    409,
    (d) => `${d.month.slice(0, 7)} 已经开始填报，规则只能从尚未开放的月份起改。请另选起始月份。`,
    (d) =>
      `${d.month.slice(0, 7)} is already open; a rule changes only months not yet open. Choose a later month.`,
  ),
  'period.out-of-order': sentence<{ month: string; opensOn: string; dueOn: string }>(
    422,
    (d) =>
      `按这条规则，${d.month.slice(0, 7)} 的开放日 ${d.opensOn} 晚于截止日 ${d.dueOn}。请调整开放日或截止日。`,
    (d) =>
      `By this rule ${d.month.slice(0, 7)} opens on ${d.opensOn}, after it is due on ${d.dueOn}. Change either.`,
  ),
  'period.overtaken': sentence<NoDetails>(
    409,
    () => '刚才有人先改了填报期规则。已载入最新规则，请核对后再改。',
    () => 'Somebody changed the rule first. The latest was loaded; look at it and change again.',
  ),
  'period.day-passed': sentence<{ day: string }>(
    422,
    (d) => `${d.day} 已经过去，不能再改成放假或上班。`,
    (d) => `${d.day} has passed and can no longer become a day off or a working day.`,
  ),
  'period.wrong-month': sentence<{ month: string; year: number }>(
    404,
    (d) => `${d.month.slice(0, 7)} 不在 ${d.year} 年度内。`,
    (d) => `${d.month.slice(0, 7)} is not a month of ${d.year}.`,
  ),
  'sheet.not-open': sentence<{ month: string; opensOn: string }>(
    409,
    (d) => `${d.month.slice(0, 7)} 的填报 ${d.opensOn} 开放，现在还不能提交。`,
    (d) => `${d.month.slice(0, 7)} opens on ${d.opensOn} and cannot be submitted yet.`,
  ),
  'sheet.no-such-cell': sentence<{ place: string }>(
    422,
    () => '这张月报表里没有这一项：分解方案可能刚改过。请刷新后再试。',
    () => 'The sheet has no such cell; the plan may have changed. Reload and try again.',
  ),
  'actual.refused': sentence<{ cells: readonly RefusedCell[] }>(
    422,
    (d) => `有 ${d.cells.length} 项没有填对，整张表都没有提交。请按各项的提示改正后再提交。`,
    (d) =>
      `${d.cells.length} cells are not right, and nothing was submitted. Mend them as told and submit again.`,
  ),
  'actual.overtaken': sentence<{
    indicatorId: string
    promise: string
    yours: string | null
    theirs: string | null
    by: string
    version: number
  }>(
    409,
    (d) =>
      `“${d.promise}”刚由${d.by}提交了第 ${d.version} 版（${d.theirs ?? '未填数'}），您填的是 ${d.yours ?? '未填数'}。您的填报没有提交，请核对后再提交。`,
    (d) =>
      `${d.by} has just submitted version ${d.version} of “${d.promise}” (${d.theirs ?? 'no figure'}); yours is ${d.yours ?? 'no figure'}. Yours was not submitted: compare and submit again.`,
  ),
  'actual.overtaken-unseen': sentence<NoDetails>(
    409,
    () => '刚才有人先提交了同一项。您的填报没有提交，已为您载入最新内容，请核对后再提交。',
    () =>
      'Somebody submitted the same cell first. Yours was not submitted; compare with theirs and submit again.',
  ),
  'draft.overtaken': sentence<{ revision: number; by: string; draft: unknown }>(
    409,
    (d) => `${d.by}刚才也在填这一项。两边的内容都为您留着，请选一份。`,
    (d) => `${d.by} was filling the same cell. Both texts are kept; choose one.`,
  ),
  'review.overtaken': sentence<{
    indicatorId: string
    yours: number
    version: number
    value: string | null
    state: string
  }>(
    409,
    (d) =>
      `您看的是第 ${d.yours} 版，单位已改报第 ${d.version} 版（${d.value ?? '无数字'}）。请看过新版再审。`,
    (d) =>
      `You looked at version ${d.yours}; the unit has stated version ${d.version} (${d.value ?? 'no figure'}). Look at it first.`,
  ),
  'review.given': sentence<{ indicatorId: string; version: number; decision: string; by: string }>(
    409,
    (d) =>
      `这一版（第 ${d.version} 版）${d.by}已经${d.decision === 'approve' ? '通过' : '退回'}，您的决定没有记入。`,
    (d) =>
      `${d.by} has already ${d.decision === 'approve' ? 'approved' : 'returned'} version ${d.version}; yours was not recorded.`,
  ),
  'review.given-unseen': sentence<NoDetails>(
    409,
    () => '另一位审核人刚刚审过这一版，您的决定没有记入。已为您载入最新状态。',
    () => 'Another reviewer has just decided on this version; yours was not recorded. The latest was loaded.',
  ),
  'review.own-figure': sentence<{ indicatorId: string }>(
    403,
    () => '这是您本人填报的数，不能由您审核。请由同岗位的其他人或代理人审核。',
    () => 'You stated this figure yourself; somebody else has to review it.',
  ),
  'review.not-this-step': sentence<{ indicatorId: string; state: string }>(
    409,
    () => '这一项现在不在您这一步审核。请刷新后再看。',
    () => 'This cell does not wait for your step. Reload to see where it stands.',
  ),
  'review.reason-missing': sentence<{ place: string }>(
    422,
    () => '退回请写明原因，让填报单位知道改什么。',
    () => 'State why you return it, so that the unit knows what to mend.',
  ),
  'review.no-such-cell': sentence<{ place: string }>(
    404,
    () => '没有这一项填报数，请刷新后再审。',
    () => 'There is no such figure; reload and review again.',
  ),
  'freeze.too-early': sentence<{ month: string; dueOn: string }>(
    409,
    (d) => `${d.month.slice(0, 7)} 的填报截止日是 ${d.dueOn}，过了截止日才能冻结。`,
    (d) => `${d.month.slice(0, 7)} is due on ${d.dueOn} and can be frozen after that.`,
  ),
  'freeze.reason-missing': sentence<{ place: string }>(
    422,
    () => '这个月已经冻结过。再次冻结请写明原因。',
    () => 'This month is frozen already. State why it is frozen again.',
  ),
  'freeze.overtaken': sentence<NoDetails>(
    409,
    () => '刚才有人先冻结了这个月。请刷新，看过那一份再决定。',
    () => 'Somebody froze this month first. Reload and look at it before you decide.',
  ),
  'freeze.not-found': sentence<NoDetails>(
    404,
    () => '没有这一号冻结快照。',
    () => 'There is no such frozen snapshot.',
  ),
  'semantics.reason-missing': sentence<{ place: string }>(
    422,
    () => '改变口径请写明原因：从现在起填的数按新口径理解，以前填的保持原来的口径。',
    () => 'State why the meaning changes: it decides how figures add up from now on.',
  ),
  'semantics.overtaken': sentence<NoDetails>(
    409,
    () => '刚才有人先改了这项的口径，请刷新后再看。',
    () => 'Somebody changed the meaning of this figure first; reload and look again.',
  ),
} as const
