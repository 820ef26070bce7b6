/** The report of the year, from the latest month that is frozen: what was promised, what is kept, what is not and why. */
import type { MonthSnapshot } from '../reporting/snapshot.ts'
import { dayName } from '../values/date-words.ts'
import { lastDayOf } from '../values/month.ts'
import { overall } from './draft-bulletin.ts'
import { programmeName } from './monthly-table.ts'
import type { PaperText } from './paper.ts'
import { lagWords, progressWords, promiseName } from './promise-words.ts'
import { countWords, isClosed, isLate, lagging, litPromises, promisesOf } from './snapshot-account.ts'

const ordinals = Array.from('一二三四五六七八九十')

export function draftAnnualReport(snapshot: MonthSnapshot, issuer: string): PaperText {
  const name = programmeName(snapshot.programme.title)
  const promises = litPromises(snapshot)
  const open = promises.filter((promise) => !isClosed(promise) && promise.light.level !== 'reached')
  const late = lagging(promises)
  const day = dayName(lastDayOf(snapshot.period.month), 'zh')
  const projects = snapshot.projects.flatMap((project, index) => {
    const own = promisesOf(promises, project.tasks)
    if (own.length === 0) return []
    const done = own.map(({ indicator }) => `${promiseName(indicator)}：${progressWords(indicator)}`)
    return [
      `（${ordinal(index)}）${project.name}`,
      `承诺${own.length}项，${countWords(own)}。${done.join('；')}。`,
    ]
  })
  return {
    title: `关于${name}完成情况的报告`,
    addressee: '市人大常委会：',
    body: [
      `现将${name}截至${day}的完成情况报告如下。`,
      '一、总体完成情况',
      ...overall(snapshot, promises),
      '二、各项目完成情况',
      ...projects,
      '三、尚未完成的事项及原因',
      late.length === 0
        ? `没有滞后的承诺${open.length === 0 ? '，年度目标全部达到' : `，另有${open.length}项正按计划推进`}。`
        : `滞后${late.length}项：`,
      ...late.map(
        ({ indicator, light }, index) =>
          `${index + 1}. ${promiseName(indicator)}（${indicator.leadUnit}牵头）。${lagWords(indicator, light)}`,
      ),
      '四、下一步打算',
      open.some(isLate)
        ? '对尚未完成的承诺逐项明确责任单位和完成时间，持续督办、按月公布，完成一项、销号一项。'
        : '巩固已有成果，健全长效管理，按期组织验收和满意度测评，接受代表和群众监督。',
    ].join('\n'),
    issuer,
    copies: '',
  }
}

/** 一 to 九十九. */
function ordinal(index: number): string {
  const [tens, ones] = [Math.floor((index + 1) / 10), (index + 1) % 10]
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (ordinals[tens - 1] ?? '')}十`
  return `${ten}${ones === 0 ? '' : (ordinals[ones - 1] ?? '')}`
}
