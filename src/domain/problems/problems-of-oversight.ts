/** Problems with lights and their rules. */
import { sentence, type NoDetails } from './problem-sentence.ts'

const bounds: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  progress: ['序时进度', 'progress'],
  ceiling: ['控制类目标', 'ceilings'],
  stages: ['里程碑节点', 'stages'],
  outages: ['服务中断', 'interruptions'],
  complaints: ['诉求', 'complaints'],
  silence: ['未填报', 'silence'],
}

export const problemsOfOversight = {
  'light-rules.out-of-order': sentence<{ place: string; lower: string; upper: string }>(
    422,
    (d) =>
      `“${bounds[d.place]?.[0] ?? d.place}”的滞后界限 ${d.lower} 大于严重滞后界限 ${d.upper}。请改正其中一个。`,
    (d) =>
      `The bound of behind (${d.lower}) lies above that of far behind (${d.upper}) in ${bounds[d.place]?.[1] ?? d.place}. Change either.`,
  ),
  'light-rules.overtaken': sentence<NoDetails>(
    409,
    () => '刚才有人先改了亮灯规则。已载入最新规则，请核对后再改。',
    () =>
      'Somebody changed the rules of lights first. The latest were loaded; look at them and change again.',
  ),
  'light-rules.month-frozen': sentence<{ month: string }>(
    409,
    (d) => `${d.month.slice(0, 7)} 已经冻结，它的灯按当时的规则公布，不能再改。请从以后的月份起改。`,
    (d) =>
      `${d.month.slice(0, 7)} is frozen: its lights were published by the rules of then. Choose a later month.`,
  ),
  'leader-page.not-own': sentence<NoDetails>(
    403,
    () => '这是另一位分管领导的页面，只有本人和督查室可以打开。请从“我的民生实事”打开自己的页面。',
    () =>
      'This is another leader’s page, which only that leader and the office may open. Open your own from “My promises”.',
  ),
  'leader-page.no-promises': sentence<NoDetails>(
    404,
    () =>
      '本年度的任务分解表里没有这个岗位分管的任务。请在“任务分解表”查看全部任务，或请督查室核对分管领导。',
    () =>
      'No task of this year’s table names this post as its leader. See all tasks in the table, or ask the office to check who leads what.',
  ),
} as const
