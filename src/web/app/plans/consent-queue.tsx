import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanOverviewPage } from '../../../contract/plans.ts'
import type { LivingProgramme } from '../../../contract/programmes.ts'
import { checkSum } from '../../../domain/plan/plan-check.ts'
import type { ConsentDecision } from '../../../domain/plan/plan.ts'
import type { Decimal } from '../../../domain/values/decimal.ts'
import { grouped } from '../../../domain/values/figures.ts'
import { useDates } from '../dates.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { promiseWords } from '../indicator/target-words.ts'
import { promisesOf, type PromiseOfTask } from './find-task.ts'
import { changesOf } from './plan-changes.ts'
import { useDecideOnPlans } from './plan-queries.ts'
import { useSumWords } from './sum-line.tsx'

type ConsentQueueProps = { readonly programme: LivingProgramme; readonly overview: PlanOverviewPage }
type Plan = PlanOverviewPage['plans'][number]
type Pending = Plan & { pending: NonNullable<Plan['pending']> }

/** Changes of signed plans that wait for the office, each with its reason and what it changes for whom. */
export function ConsentQueue({ programme, overview }: ConsentQueueProps) {
  const { t } = useTranslation('plans')
  const byId = new Map(promisesOf(programme).map((one) => [one.promise.id, one]))
  const waiting = overview.plans.filter((plan): plan is Pending => plan.pending !== null)
  if (waiting.length === 0) return null
  return (
    <section className="consent-queue" aria-labelledby="consent-queue">
      <h2 id="consent-queue">{t('consentTitle', { count: waiting.length })}</h2>
      <ul>
        {waiting.map((plan) => {
          const found = byId.get(plan.indicatorId)
          return (
            found && (
              <ConsentAsked
                key={`${plan.indicatorId} ${plan.pending.version}`}
                programmeId={programme.id}
                plan={plan}
                found={found}
              />
            )
          )
        })}
      </ul>
    </section>
  )
}

type ConsentAskedProps = {
  readonly programmeId: string
  readonly plan: Pending
  readonly found: PromiseOfTask
}

function ConsentAsked({ programmeId, plan, found: { promise } }: ConsentAskedProps) {
  const { t } = useTranslation('plans')
  const { moment } = useDates()
  const failure = useFailureSentence()
  const sumWords = useSumWords()
  const decision = useDecideOnPlans(programmeId)
  const [reason, setReason] = useState('')
  const [lacking, setLacking] = useState(false)
  const { pending, indicatorId } = plan
  const stepWords = useStepWords()
  const decide = (word: ConsentDecision) => {
    const given = reason.trim() || null
    setLacking(word === 'refuse' && given === null)
    if (word === 'refuse' && given === null) return
    decision.mutate({ decision: word, reason: given, plans: [{ indicatorId, version: pending.version }] })
  }
  const words = promiseWords(promise)
  return (
    <li aria-label={words}>
      <p>
        <Link
          to="/programmes/$programmeId/plans/$indicatorId"
          params={{ programmeId, indicatorId }}
          lang="zh-CN"
        >
          {words}
        </Link>{' '}
        <span className="quiet">
          {t('draftedBy', { unit: pending.leadUnit, by: pending.by, at: moment(pending.at) })}
        </span>
      </p>
      <p>{t('reasonGiven', { reason: pending.reason })}</p>
      <ul className="plan-changes">
        {changesOf(pending.before, pending.shares).map(({ unitId, unit, share, steps }) => (
          <li key={unitId}>
            <span lang="zh-CN">{unit}</span>{' '}
            {share && (
              <>
                {figure(share.before)} → <strong>{figure(share.after)}</strong>
              </>
            )}
            {steps.map(({ of, before, after }) => (
              <span key={of} className="plan-step-change">
                <span className="quiet">{stepWords.of(of)}</span> {stepWords.level(before)} →{' '}
                {stepWords.level(after)}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <p className="quiet">{sumWords(checkSum(promise, pending.shares))}</p>
      <div className="plan-actions">
        <label>
          {t('opinion')}{' '}
          <input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </label>
        <button type="button" className="button button-primary" onClick={() => decide('consent')}>
          {t('consent')}
        </button>
        <button type="button" className="button" onClick={() => decide('refuse')}>
          {t('refuse')}
        </button>
      </div>
      {(lacking || decision.isError) && (
        <p className="plan-problems" role="alert">
          {lacking ? t('refusalNeedsReason') : failure(decision.error)}
        </p>
      )}
    </li>
  )
}

const figure = (value: Decimal | null | undefined) => (value == null ? '—' : grouped(value))

/** A month with its level, or a stage with its day. */
function useStepWords() {
  const { t } = useTranslation('plans')
  const { day } = useDates()
  const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)
  return {
    of: (of: string) => (isDay(of) ? t('monthColumn', { month: Number(of.slice(5, 7)) }) : of),
    level: (level: string | null) =>
      level === null ? '—' : isDay(level) ? day(level) : grouped(level as Decimal),
  }
}
