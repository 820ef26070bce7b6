/** 督查专报 for one leader, one page: my promises, what became worse, what is asked of me. */
import { levelWords, lightGround } from '../light/light-sentence.ts'
import { Problem } from '../problems/problem.ts'
import type { MonthSnapshot } from '../reporting/snapshot.ts'
import type { PostId } from '../values/ids.ts'
import { shortMonth } from './draft-bulletin.ts'
import { widthInCharacters } from './official-paper.ts'
import type { PaperText } from './paper.ts'
import { promiseName } from './promise-words.ts'
import {
  countWords,
  lagging,
  leadersOf,
  litPromises,
  promisesOf,
  tasksOfLeader,
  turned,
  type LitPromise,
} from './snapshot-account.ts'

/** What the page holds below its head and title, in lines of 28 characters. */
const linesOnPage = 14
const mostNamed = 4

export function draftLeaderBrief(snapshot: MonthSnapshot, postId: PostId | null, issuer: string): PaperText {
  const leader = leadersOf(snapshot.projects).find((each) => each.postId === postId)
  if (!leader) throw new Problem('paper.unknown-leader', {})
  const month = shortMonth(snapshot.period.month)
  const tasks = tasksOfLeader(snapshot, leader.postId)
  const promises = promisesOf(litPromises(snapshot), tasks)
  const late = lagging(promises)
  const worse = turned(snapshot, promises)?.worse
  const lead = [
    '一、我分管的承诺',
    `分管任务${tasks.length}项、承诺${promises.length}项：${countWords(promises)}。`,
    '二、与上月相比',
    worseWords(snapshot, worse),
    '三、请予协调',
  ]
  return {
    title: `${leader.name.replaceAll(/\s/gu, '')}同志分管民生实事${month}份情况`,
    addressee: '',
    body: [...lead, ...asked(late, linesOnPage - linesOf(lead))].join('\n'),
    issuer,
    copies: '',
  }
}

function worseWords(snapshot: MonthSnapshot, worse: readonly LitPromise[] | undefined): string {
  if (worse === undefined || snapshot.before === null) return '上月没有冻结的数据，本月起比较。'
  if (worse.length === 0) return '没有变差的承诺。'
  const named = worse.slice(0, mostNamed).map(({ indicator, light }) => {
    const was = snapshot.before?.levels[indicator.id]
    return `${promiseName(indicator)}由${was ? levelWords[was].zh : '—'}变为${levelWords[light.level].zh}`
  })
  return `变差${worse.length}项：${named.join('；')}${worse.length > named.length ? '等' : ''}。`
}

/** As many as the page has room for, the worst first; the rest by their number. */
function asked(late: readonly LitPromise[], room: number): readonly string[] {
  if (late.length === 0) return ['没有滞后的承诺，暂无需要协调的事项。']
  const lines = late.map(({ indicator, light }, index) => {
    const step = indicator.cells.flatMap(({ unit, nextStep }) =>
      nextStep ? [`${unit}拟${nextStep}`] : [],
    )[0]
    return `${index + 1}. ${promiseName(indicator)}（${indicator.leadUnit}）：${lightGround(light)}。${step ? `${step.replace(/[。；;\s]+$/u, '')}。` : ''}`
  })
  const shown: string[] = []
  for (const line of lines) {
    if (linesOf([...shown, line]) + 1 > room) break
    shown.push(line)
  }
  const rest = lines.length - shown.length
  return rest > 0 ? [...shown, `${shown.length > 0 ? '另有' : ''}${rest}项滞后的承诺，详见本月月报。`] : shown
}

function linesOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, text) => sum + Math.ceil((widthInCharacters(text) + 2) / 27), 0)
}
