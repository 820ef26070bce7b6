import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setPeriodRule } from '../../../contract/periods.ts'
import type { Month } from '../../../domain/month.ts'
import { periodOf, ruleFor, type PeriodRule } from '../../../domain/period.ts'
import { call } from '../api.ts'
import { useDates } from '../dates.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import { DayRuleFields, NumberField } from './day-rule-fields.tsx'
import { calendarOf, type PeriodsData } from './periods-data.ts'

type RuleFormProps = { programmeId: string; page: PeriodsData }

/** A new rule for the months not yet open, with what it would do to each of them. */
export function RuleForm({ programmeId, page }: RuleFormProps) {
  const { t } = useTranslation('periods')
  const words = useMonthWords()
  const sentenceOf = useFailureSentence()
  const client = useQueryClient()
  const changeable = page.months.filter(({ phase }) => phase === 'not-open')
  const [open, setOpen] = useState(false)
  const [from, setFrom] = useState<Month | undefined>(changeable[0]?.month)
  const [rule, setRule] = useState<PeriodRule>(() =>
    ruleFor(page.rules, (changeable[0]?.month ?? `${page.year}-12-01`) as Month),
  )
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: (fromMonth: Month) =>
      call(setPeriodRule, {
        params: { programmeId },
        body: { no: page.rules.length + 1, fromMonth, rule, reason },
      }),
    onSuccess: () => {
      setOpen(false)
      setReason('')
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['programmes', programmeId] }),
  })
  if (from === undefined) return <p className="quiet">{t('allOpened')}</p>
  if (!open)
    return (
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t('changeRule')}
      </button>
    )
  return (
    <form
      className="rule-form"
      onSubmit={(event) => {
        event.preventDefault()
        mutate(from)
      }}
    >
      <label>
        <span>{t('fromMonth')}</span>{' '}
        <select value={from} onChange={(event) => setFrom(event.target.value as Month)}>
          {changeable.map(({ month }) => (
            <option key={month} value={month}>
              {words(month)}
            </option>
          ))}
        </select>
      </label>
      <DayRuleFields
        legend={t('opens')}
        rule={rule.opens}
        onChange={(opens) => setRule({ ...rule, opens })}
      />
      <DayRuleFields legend={t('due')} rule={rule.due} onChange={(due) => setRule({ ...rule, due })} />
      <NumberField
        label={t('locksAfter')}
        value={rule.locksAfter}
        min={0}
        max={60}
        onChange={(locksAfter) => setRule({ ...rule, locksAfter })}
      />
      <NumberField
        label={t('tolerated')}
        value={rule.toleratedPercent}
        min={0}
        max={100}
        onChange={(toleratedPercent) => setRule({ ...rule, toleratedPercent })}
      />
      <label className="rule-reason">
        <span>{t('reason')}</span>
        <input required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <Preview page={page} rule={rule} from={from} />
      {error !== null && (
        <p role="alert" className="fault">
          {sentenceOf(error)}
        </p>
      )}
      <p>
        <button type="submit" className="button button-primary" disabled={isPending}>
          {t('saveRule')}
        </button>{' '}
        <button type="button" className="quiet-button" onClick={() => setOpen(false)}>
          {t('cancel')}
        </button>
      </p>
    </form>
  )
}

function Preview({ page, rule, from }: { page: PeriodsData; rule: PeriodRule; from: Month }) {
  const { t } = useTranslation('periods')
  const words = useMonthWords()
  const { day } = useDates()
  const calendar = calendarOf(page)
  return (
    <table className="record-table" aria-label={t('preview')}>
      <thead>
        <tr>
          <th scope="col">{t('preview')}</th>
          <th scope="col">{t('opens')}</th>
          <th scope="col">{t('due')}</th>
          <th scope="col">{t('locks')}</th>
        </tr>
      </thead>
      <tbody>
        {page.months
          .filter(({ month }) => month >= from)
          .map(({ month }) => {
            const period = periodOf(rule, month, calendar)
            return (
              <tr key={month}>
                <td>{words(month)}</td>
                <td className={period.opensOn > period.dueOn ? 'fault' : undefined}>{day(period.opensOn)}</td>
                <td>{day(period.dueOn)}</td>
                <td>{day(period.locksOn)}</td>
              </tr>
            )
          })}
      </tbody>
    </table>
  )
}
