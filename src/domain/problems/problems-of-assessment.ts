/** Problems with assessing units, and with carrying promises over into the next year. */
import { sentence, type NoDetails } from './problem-sentence.ts'

const levels: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  reached: ['已达目标', 'reached'],
  ahead: ['超序时', 'ahead of plan'],
  'on-plan': ['达序时', 'on plan'],
  behind: ['滞后', 'behind'],
  'far-behind': ['严重滞后', 'far behind'],
}

export const problemsOfAssessment = {
  'assessment.weights': sentence<{ sum: string }>(
    422,
    (d) => `各项权重合计是 ${d.sum}，应为 100。请改正。`,
    (d) => `The weights add up to ${d.sum} instead of 100. Correct them.`,
  ),
  'assessment.levels-out-of-order': sentence<{ better: string; worse: string }>(
    422,
    (d) => `“${levels[d.worse]?.[0]}”的分值高于“${levels[d.better]?.[0]}”。等级越差，分值不能越高，请改正。`,
    (d) =>
      `“${levels[d.worse]?.[1]}” is worth more than “${levels[d.better]?.[1]}”. A worse level cannot be worth more; correct either.`,
  ),
  'assessment.coefficient': sentence<{ most: string }>(
    422,
    (d) => `系数上限 ${d.most} 小于 1。系数从 1 起算，请改成不小于 1 的数。`,
    (d) => `The most a coefficient can be (${d.most}) lies below 1, where it begins. Give 1 or more.`,
  ),
  'assessment.overtaken': sentence<NoDetails>(
    409,
    () => '刚才有人先改了。已载入最新情况，请核对后再改。',
    () => 'Somebody changed it first. The latest was loaded; look at it and change again.',
  ),
  'assessment.unit-not-found': sentence<NoDetails>(
    404,
    () => '这个单位不承担本年度的承诺，不参加考核。',
    () => 'This unit answers for no promise of the programme and is not assessed.',
  ),
  'carry-over.overtaken': sentence<NoDetails>(
    409,
    () => '刚才有人先办了结转。已载入最新情况，请核对后再办。',
    () => 'Somebody carried promises over first. The latest was loaded; look at it before you go on.',
  ),
  'carry-over.nothing-chosen': sentence<{ place: string }>(
    422,
    () => '没有选中要结转的承诺。请至少选一项。',
    () => 'No promise is chosen to be carried over. Choose one at least.',
  ),
  'carry-over.not-open': sentence<{ promise: string }>(
    422,
    (d) => `“${d.promise}”已经验收、销号或不在本年度，不用结转。请去掉后再办。`,
    (d) => `“${d.promise}” is accepted, closed or not of this programme. Leave it out.`,
  ),
} as const
