import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { previewLightRules, setLightRules } from '../../../contract/lights.ts'
import type { LightRules } from '../../../domain/light/light-rules.ts'
import { addMonths, monthOf, monthsOfYear, type Month } from '../../../domain/values/month.ts'
import { call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import { LightMark } from './light-mark.tsx'
import { RuleFields } from './rule-fields.tsx'

type LightRulesFormProps = {
  programmeId: string
  year: number
  inForce: LightRules
  /** The number new rules would have. */
  next: number
  frozenUpTo: Month | null
}

/** The rules as they are, to be changed: tried on the year first, then set from a month on. */
export function LightRulesForm({ programmeId, year, inForce, next, frozenUpTo }: LightRulesFormProps) {
  const { t } = useTranslation('lights')
  const words = useMonthWords()
  const sentenceOf = useFailureSentence()
  const client = useQueryClient()
  const open = [...monthsOfYear(year), addMonths(monthOf(year, 12), 1)].filter(
    (month) => frozenUpTo === null || month > frozenUpTo,
  )
  const [rules, setRules] = useState(inForce)
  const [from, setFrom] = useState(open[0])
  const [reason, setReason] = useState('')
  const trial = useMutation({
    mutationFn: () => call(previewLightRules, { params: { programmeId }, body: { rules } }),
  })
  const save = useMutation({
    mutationFn: (fromMonth: Month) => call(setLightRules, { body: { no: next, fromMonth, rules, reason } }),
    onSuccess: () => {
      setReason('')
      trial.reset()
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['light-rules'] })
      await client.invalidateQueries({ queryKey: ['programmes', programmeId, 'lights'] })
    },
  })
  const failed = save.error ?? trial.error
  return (
    <form
      className="rules-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (from !== undefined) save.mutate(from)
      }}
    >
      <RuleFields
        rules={rules}
        onChange={(changed) => {
          setRules(changed)
          trial.reset()
        }}
      />
      <p>
        <button type="button" className="button" disabled={trial.isPending} onClick={() => trial.mutate()}>
          {t('try')}
        </button>
      </p>
      {trial.data && <Trial preview={trial.data} />}
      {from === undefined ? (
        <p className="quiet">{t('allFrozen')}</p>
      ) : (
        <fieldset>
          <label>
            <span>{t('fromMonth')}</span>
            <select value={from} onChange={({ target }) => setFrom(target.value as Month)}>
              {open.map((month) => (
                <option key={month} value={month}>
                  {words(month)}
                </option>
              ))}
            </select>
          </label>
          <label className="rules-reason">
            <span>{t('reason')}</span>
            <input
              required
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </label>
          <button type="submit" className="button button-primary" disabled={save.isPending}>
            {t('save')}
          </button>
        </fieldset>
      )}
      {failed && (
        <p role="alert" className="fault">
          {sentenceOf(failed)}
        </p>
      )}
    </form>
  )
}

type Preview = z.output<typeof previewLightRules.response>

function Trial({ preview }: { preview: Preview }) {
  const { t } = useTranslation('lights')
  const words = useMonthWords()
  if (preview.changes.length === 0) return <output>{t('nothingChanges')}</output>
  return (
    <section className="rules-preview" aria-live="polite">
      <p>{t('changes', { count: preview.changes.length })}</p>
      {Array.from(
        Map.groupBy(preview.changes, ({ month }) => month),
        ([month, changes]) => (
          <details key={month}>
            <summary>{t('changesOf', { month: words(month), count: changes.length })}</summary>
            <ul>
              {changes.map(({ indicatorId, sentence, before, after }) => (
                <li key={indicatorId}>
                  <span lang="zh-CN">{sentence}</span>
                  <span>
                    <LightMark {...before} /> → <LightMark {...after} />
                  </span>
                </li>
              ))}
            </ul>
          </details>
        ),
      )}
    </section>
  )
}
