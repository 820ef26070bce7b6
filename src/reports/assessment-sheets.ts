/** A ranking as lists: the scores, and every line of every account with its arithmetic and facts. */
import type { AccountFact } from '../domain/assessment/assess.ts'
import {
  arithmeticWords,
  assessmentGroupWords,
  assessmentRuleWords,
} from '../domain/assessment/assessment-words.ts'
import type { RankedGroup } from '../domain/assessment/ranking.ts'
import { lightLevels, type LightLevel } from '../domain/light/light-level.ts'
import { levelWords } from '../domain/light/light-sentence.ts'
import type { IndicatorId } from '../domain/values/ids.ts'
import type { SheetList } from './sheets-xlsx.ts'

/** `sentences` are the promises in the document's own words, with the number of their task. */
export function assessmentSheets(
  groups: readonly RankedGroup[],
  sentences: ReadonlyMap<IndicatorId, string>,
): SheetList[] {
  const accounts = groups.flatMap(({ group, accounts: own }) => own.map((account) => ({ group, account })))
  return [
    {
      name: '排名',
      columns: [
        { head: '组别', width: 16 },
        { head: '名次', width: 8 },
        { head: '单位', width: 24 },
        { head: '得分', width: 10 },
        { head: '各项合计', width: 10 },
        { head: '项目数', width: 8 },
        { head: '系数', width: 8 },
      ],
      rows: accounts.map(({ group, account }) => [
        assessmentGroupWords[group].zh,
        account.rank ?? '不参加排名',
        account.unit,
        Number(account.score),
        Number(account.sum),
        account.projects,
        Number(account.coefficient),
      ]),
    },
    {
      name: '得分说明',
      columns: [
        { head: '单位', width: 24 },
        { head: '项', width: 18 },
        { head: '得分', width: 10 },
        { head: '算法', width: 44 },
        { head: '依据', width: 60 },
      ],
      rows: accounts.flatMap(({ account: { unit, lines } }) =>
        lines.map(({ rule, points, arithmetic, facts }) => [
          unit,
          assessmentRuleWords[rule].zh,
          Number(points),
          arithmeticWords({ rule, arithmetic }, 'zh'),
          facts.map((fact) => factWords(fact, sentences)).join('\n'),
        ]),
      ),
    },
  ]
}

function factWords(
  { indicatorId, month, words, value }: AccountFact,
  sentences: ReadonlyMap<IndicatorId, string>,
): string {
  return [
    month?.slice(0, 7),
    indicatorId === null ? undefined : sentences.get(indicatorId),
    words === null ? undefined : isLevel(words) ? levelWords[words].zh : words,
    value,
  ]
    .filter((part) => part !== undefined && part !== null)
    .join(' ')
}

function isLevel(words: string): words is LightLevel {
  return lightLevels.some((level) => level === words)
}
