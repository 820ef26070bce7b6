import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setScheme, tryScheme, type AssessmentData, type SchemeTrial } from '../../../contract/assessment.ts'
import { pointsInWords } from '../../../domain/assessment/account-words.ts'
import { assessmentGroupWords } from '../../../domain/assessment/assessment-words.ts'
import type { AssessmentScheme } from '../../../domain/assessment/scheme.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useFormDraft } from '../imports/form-drafts.ts'
import { useLanguage } from '../language.ts'
import { SchemeFields } from './scheme-fields.tsx'

/** The scheme as it is, to be changed: tried on the ranking first, then set from a year on. */
export function SchemeForm({ page }: { page: AssessmentData }) {
  const { t } = useTranslation('assessment')
  const sentenceOf = useFailureSentence()
  const client = useQueryClient()
  const { programme, month, schemes } = page
  const draft = useFormDraft<AssessmentScheme>(
    `assessment.${programme.id}`,
    `scheme.${page.schemeNo}`,
    page.scheme,
  )
  const scheme = draft.values
  const [fromYear, setFromYear] = useState(programme.year)
  const [reason, setReason] = useState('')
  const trial = useMutation({
    mutationFn: () =>
      call(tryScheme, { params: { programmeId: programme.id }, body: { scheme: sent(scheme), month } }),
  })
  const save = useMutation({
    mutationFn: () =>
      call(setScheme, { body: { no: (schemes[0]?.no ?? 0) + 1, fromYear, scheme: sent(scheme), reason } }),
    onSuccess: () => {
      draft.forget()
      setReason('')
      trial.reset()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['programmes', programme.id, 'assessment'] }),
  })
  const failed = save.error ?? trial.error
  return (
    <form
      className="rules-form"
      aria-label={t('schemeTitle')}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <SchemeFields
        scheme={scheme}
        units={page.groups.flatMap(({ accounts }) => accounts)}
        onChange={(changed) => {
          draft.set(changed)
          trial.reset()
        }}
      />
      <p>
        <button type="button" className="button" disabled={trial.isPending} onClick={() => trial.mutate()}>
          {t('try')}
        </button>{' '}
        {draft.touched && (
          <button type="button" className="quiet-button" onClick={draft.forget}>
            {t('backToInForce')}
          </button>
        )}
      </p>
      {trial.data && <Trial trial={trial.data} />}
      <fieldset>
        <label>
          <span>{t('fromYear')}</span>
          <select value={fromYear} onChange={({ target }) => setFromYear(Number(target.value))}>
            {[programme.year, programme.year + 1].map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </select>
        </label>
        <label className="rules-reason">
          <span>{t('reason')}</span>
          <input required maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        </label>
        <button type="submit" className="button button-primary" disabled={save.isPending}>
          {t('save')}
        </button>
      </fieldset>
      {failed && (
        <p role="alert" className="fault">
          {sentenceOf(failed)}
        </p>
      )}
    </form>
  )
}

/** Lists that leave are lists of their own: the contract's are not read-only. */
function sent(scheme: AssessmentScheme) {
  return { ...scheme, excluded: [...scheme.excluded] }
}

/** What would become of every unit; those that would move stand out. */
function Trial({ trial }: { trial: SchemeTrial }) {
  const { t } = useTranslation('assessment')
  const { language } = useLanguage()
  type Tried = SchemeTrial['groups'][number]['accounts'][number]
  const side = ({ rank, score }: Tried['before']) =>
    rank === null
      ? t('sideUnranked', { score: pointsInWords(score) })
      : t('side', { rank, score: pointsInWords(score) })
  return (
    <section className="rules-preview" aria-live="polite" aria-label={t('trial')}>
      {trial.groups.map(({ group, accounts }) => (
        <section key={group}>
          <h3>{assessmentGroupWords[group][language]}</h3>
          <RecordTable
            caption={`${t('trial')} ${assessmentGroupWords[group][language]}`}
            compact
            rows={accounts}
            keyOf={({ unitId }) => unitId}
            columns={[
              { heading: t('unit'), cell: ({ unit }: Tried) => <span lang="zh-CN">{unit}</span> },
              { heading: t('inForce'), cell: ({ before }: Tried) => side(before) },
              {
                heading: t('tried'),
                cell: ({ before, after }: Tried) =>
                  before.rank === after.rank ? side(after) : <strong>{side(after)}</strong>,
              },
            ]}
          />
        </section>
      ))}
    </section>
  )
}
