/** A ranking as lists: the scores, and every line of every account with its arithmetic and facts. */
import type { AccountFact, AssessmentRule } from '../domain/assessment/assess.ts'
import { arithmeticInWords, factInWords } from '../domain/assessment/account-words.ts'
import { assessmentGroupWords, assessmentRuleWords } from '../domain/assessment/assessment-words.ts'
import type { RankedGroup } from '../domain/assessment/ranking.ts'
import { monthName } from '../domain/values/date-words.ts'
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
        lines.map((line) => [
          unit,
          assessmentRuleWords[line.rule].zh,
          Number(line.points),
          arithmeticInWords(line, 'zh'),
          line.facts.map((fact) => factWords(line.rule, fact, sentences)).join('\n'),
        ]),
      ),
    },
  ]
}

function factWords(
  rule: AssessmentRule,
  fact: AccountFact,
  sentences: ReadonlyMap<IndicatorId, string>,
): string {
  const { indicatorId, month } = fact
  return [
    month === null ? undefined : monthName(month, 'zh'),
    indicatorId === null ? undefined : sentences.get(indicatorId),
    factInWords(rule, fact, 'zh'),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
}
