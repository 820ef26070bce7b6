import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountData, AccountFactData, AssessmentData } from '../../../contract/assessment.ts'
import { arithmeticInWords, factInWords, pointsInWords } from '../../../domain/assessment/account-words.ts'
import { assessmentRuleWords } from '../../../domain/assessment/assessment-words.ts'
import { compareDecimals, decimal } from '../../../domain/values/decimal.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { useLanguage } from '../language.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import { useMayDo } from '../session.tsx'
import { SatisfactionForm } from './satisfaction-form.tsx'

type UnitAccountProps = {
  page: AssessmentData
  account: AccountData
  /** Whether somebody asked for it: it is gone to then. */
  asked: boolean
}

/** Why a unit has its score: every line with its arithmetic and the facts it rests on. */
export function UnitAccount({ page, account, asked }: UnitAccountProps) {
  const { t } = useTranslation('assessment')
  const { language } = useLanguage()
  const maySet = useMayDo()('assessment.set')
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (asked) head.current?.focus()
  }, [asked])
  const { unit, lines, leftOut, sum, coefficient, score, projects } = account
  const heading = t('accountOf', { unit })
  return (
    <section className="assessment-account" aria-label={heading}>
      <h3 ref={head} tabIndex={-1}>
        {heading}
      </h3>
      <RecordTable
        caption={heading}
        rows={lines}
        keyOf={({ rule }) => rule}
        columns={[
          { heading: t('rule'), names: true, cell: ({ rule }) => assessmentRuleWords[rule][language] },
          { heading: t('points'), numeric: true, cell: ({ points }) => pointsInWords(points) },
          {
            heading: t('arithmetic'),
            cell: (line) => (
              <span className="assessment-arithmetic">{arithmeticInWords(line, language)}</span>
            ),
          },
          { heading: t('facts'), cell: (line) => <Facts page={page} line={line} /> },
        ]}
      />
      <p>
        {t('sumOf', { sum: pointsInWords(sum), coefficient, score: pointsInWords(score), projects })}
        {compareDecimals(sum, decimal(0)) < 0 && ` ${t('notBelowZero')}`}
        {leftOut.length > 0 &&
          ` ${t('leftOut', { rules: leftOut.map((code) => assessmentRuleWords[code][language]).join(t('separator')) })}`}
      </p>
      {maySet && <SatisfactionForm page={page} unitId={account.unitId} unit={unit} />}
    </section>
  )
}

type LineData = AccountData['lines'][number]

/** A few stand there; more unfold. */
function Facts({ page, line: { rule, facts } }: { page: AssessmentData; line: LineData }) {
  const { t } = useTranslation('assessment')
  const alike = factsAlike(facts)
  const list = (
    <ul className="assessment-facts">
      {alike.map(({ fact, times }) => (
        <li key={JSON.stringify(fact)}>
          <Fact page={page} rule={rule} fact={fact} />
          {times > 1 && <span className="quiet"> {t('timesAlike', { times })}</span>}
        </li>
      ))}
    </ul>
  )
  if (alike.length <= 3) return list
  return (
    <details>
      <summary>{t('factCount', { count: facts.length })}</summary>
      {list}
    </details>
  )
}

/** Doubts of a month about one promise read the same: they stand once, with their number. */
function factsAlike(facts: readonly AccountFactData[]): { fact: AccountFactData; times: number }[] {
  const alike = new Map<string, { fact: AccountFactData; times: number }>()
  for (const fact of facts) {
    const known = alike.get(JSON.stringify(fact))
    if (known) known.times += 1
    else alike.set(JSON.stringify(fact), { fact, times: 1 })
  }
  return [...alike.values()]
}

type FactProps = { page: AssessmentData; rule: LineData['rule']; fact: AccountFactData }

function Fact({ page, rule, fact }: FactProps) {
  const { language } = useLanguage()
  const monthWords = useMonthWords()
  const { indicatorId, month } = fact
  const promise = page.promises.find(({ id }) => id === indicatorId)
  return (
    <>
      {month !== null && `${monthWords(month)} `}
      {promise && (
        <Link
          to="/programmes/$programmeId/indicators/$indicatorId"
          params={{ programmeId: page.programme.id, indicatorId: promise.id }}
          className="light-promise"
          lang="zh-CN"
        >
          {promise.taskNo} {promise.sentence}
        </Link>
      )}{' '}
      {factInWords(rule, fact, language)}
    </>
  )
}
