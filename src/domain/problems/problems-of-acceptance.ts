/** Problems with accepting promises, and with carrying them over. */
import { sentence, type NoDetails } from './problem-sentence.ts'

export const problemsOfAcceptance = {
  'acceptance.not-found': sentence<NoDetails>(
    404,
    () => '没有这一份验收申请。请从验收列表重新打开。',
    () => 'There is no such claim. Open it again from the list of acceptance.',
  ),
  'acceptance.promise-not-found': sentence<NoDetails>(
    404,
    () => '这一年度没有这项承诺。请从验收列表重新打开。',
    () => 'This programme has no such promise. Open it again from the list of acceptance.',
  ),
  'acceptance.unplanned': sentence<NoDetails>(
    409,
    () => '这项承诺还没有分解，没有牵头单位可以申请验收。请先分解。',
    () => 'This promise is not split yet, so no lead unit can claim it. Draft its plan first.',
  ),
  'acceptance.no-figure': sentence<NoDetails>(
    409,
    () => '这项承诺还没有审定的数，不能申请验收。请先填报，并经两级审核。',
    () => 'No figure of this promise is approved yet. Report it and have it reviewed first.',
  ),
  'acceptance.under-way': sentence<NoDetails>(
    409,
    () => '这项承诺已有验收申请在办或已经验收，不能再申请。',
    () => 'A claim of this promise is being examined or was accepted; it cannot be claimed again.',
  ),
  'acceptance.overtaken': sentence<NoDetails>(
    409,
    () => '刚才有人先办了一步。已载入最新情况，请核对后再办。',
    () => 'Somebody acted first. The latest was loaded; look at it and act again.',
  ),
  'acceptance.wrong-step': sentence<{ step: string }>(
    409,
    () => '按这份申请现在的状态不能这样办。已载入最新情况，请核对。',
    () => 'This cannot be decided as the claim stands now. The latest was loaded; look at it again.',
  ),
  'acceptance.reason-missing': sentence<{ place: string }>(
    422,
    () => '退回要写明理由，让单位知道改什么。',
    () => 'Returning needs a reason: say what is to be mended.',
  ),
  'acceptance.checks-failing': sentence<{ place: string; count: number }>(
    422,
    (d) => `还有 ${d.count} 项核查没有通过。仍要通过验收，请写明理由。`,
    (d) => `${d.count} of the checks fail. To accept all the same, state why.`,
  ),
  'acceptance.not-in-sample': sentence<NoDetails>(
    404,
    () => '这一条目不在抽查清单里。',
    () => 'This entry was not drawn for inspection.',
  ),
  'acceptance.not-inspecting': sentence<NoDetails>(
    409,
    () => '这份申请已经办结，不能再加材料或现场核查。',
    () => 'This claim is decided; no files or inspections can be added.',
  ),
  'acceptance.note-missing': sentence<{ place: string }>(
    422,
    () => '没找到或与台账不符时，要写明现场看到了什么。',
    () => 'Where it was not found or differs, say what was seen there.',
  ),
  'acceptance.date-ahead': sentence<{ place: string; today: string }>(
    422,
    (d) => `核查日期晚于今天（${d.today}）。请改成实际到现场的日子。`,
    (d) => `The day of the inspection lies ahead of today (${d.today}). Give the day somebody was there.`,
  ),
  'acceptance.not-a-photograph': sentence<{ place: string; fileName: string }>(
    422,
    (d) => `“${d.fileName}”不是照片。现场核查请上传照片（JPEG、PNG、WebP 或 HEIC）。`,
    (d) => `“${d.fileName}” is no photograph. Inspections are proved by JPEG, PNG, WebP or HEIC.`,
  ),
  'acceptance.rule-out-of-order': sentence<{ least: number; most: number }>(
    422,
    (d) => `最少抽查 ${d.least} 条大于最多抽查 ${d.most} 条。请改正其中一个。`,
    (d) => `At least ${d.least} entries is more than at most ${d.most}. Change either.`,
  ),
  'acceptance.rule-overtaken': sentence<NoDetails>(
    409,
    () => '刚才有人先改了抽查规则。已载入最新规则，请核对后再改。',
    () => 'Somebody changed the rule of sampling first. The latest was loaded; look and change again.',
  ),
} as const
