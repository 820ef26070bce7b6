import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountData, AccountFactData, AssessmentData } from '../../../contract/assessment.ts'
import { arithmeticWords, assessmentRuleWords } from '../../../domain/assessment/assessment-words.ts'
import { lightLevels, type LightLevel } from '../../../domain/light/light-level.ts'
import { levelWords } from '../../../domain/light/light-sentence.ts'
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
          { heading: t('rule'), cell: ({ rule }) => assessmentRuleWords[rule][language] },
          { heading: t('points'), cell: ({ points }) => points },
          {
            heading: t('arithmetic'),
            cell: (line) => <span className="assessment-arithmetic">{arithmeticWords(line, language)}</span>,
          },
          { heading: t('facts'), cell: ({ facts }) => <Facts page={page} facts={facts} /> },
        ]}
      />
      <p>
        {t('sumOf', { sum, coefficient, score, projects })}
        {compareDecimals(sum, decimal(0)) < 0 && ` ${t('notBelowZero')}`}
        {leftOut.length > 0 &&
          ` ${t('leftOut', { rules: leftOut.map((code) => assessmentRuleWords[code][language]).join(t('separator')) })}`}
      </p>
      {maySet && <SatisfactionForm page={page} unitId={account.unitId} unit={unit} />}
    </section>
  )
}

/** A few stand there; more unfold. */
function Facts({ page, facts }: { page: AssessmentData; facts: readonly AccountFactData[] }) {
  const { t } = useTranslation('assessment')
  const list = (
    <ul className="assessment-facts">
      {Array.from(facts.entries(), ([no, fact]) => (
        <li key={no}>
          <Fact page={page} fact={fact} />
        </li>
      ))}
    </ul>
  )
  if (facts.length <= 3) return list
  return (
    <details>
      <summary>{t('factCount', { count: facts.length })}</summary>
      {list}
    </details>
  )
}

function Fact({
  page,
  fact: { indicatorId, month, words, value },
}: {
  page: AssessmentData
  fact: AccountFactData
}) {
  const { language } = useLanguage()
  const monthWords = useMonthWords()
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
      {words !== null && <span>{isLevel(words) ? levelWords[words][language] : words}</span>}{' '}
      {value !== null && <strong>{value}</strong>}
    </>
  )
}

function isLevel(words: string): words is LightLevel {
  return lightLevels.some((level) => level === words)
}
