import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getPlanFile, readPlanFile, type PlanFileReading } from '../../../contract/plans.ts'
import type { Decimal } from '../../../domain/decimal.ts'
import { fileFaultReasons } from '../../../domain/plan-check.ts'
import { planFaultWords } from '../../../domain/problems-of-plans.ts'
import { grouped } from '../../ui/figures.ts'
import { addressOf, call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { promiseWords } from '../indicator/target-words.ts'
import { useLanguage } from '../language.ts'
import type { PromiseOfTask } from './find-task.ts'
import { useDraftPlans } from './plan-queries.ts'

type PlanFilesProps = {
  readonly programmeId: string
  readonly promises: readonly PromiseOfTask[]
}

/** The whole plan as a spreadsheet, and back: looked over before anything is submitted. */
export function PlanFiles({ programmeId, promises }: PlanFilesProps) {
  const { t } = useTranslation('plans')
  const failure = useFailureSentence()
  const input = useRef<HTMLInputElement>(null)
  const reading = useMutation({
    mutationFn: (file: File) => call(readPlanFile, { params: { programmeId }, file }),
  })
  const submission = useDraftPlans(programmeId)
  return (
    <div className="plan-files">
      <p>
        <a href={addressOf(getPlanFile, { params: { programmeId } })} download>
          {t('downloadFile')}
        </a>
        <label className="link-button">
          {t('uploadFile')}
          <input
            ref={input}
            type="file"
            className="visually-hidden"
            accept=".xlsx,.xls,.ods,.csv"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              submission.reset()
              if (file) reading.mutate(file)
              event.target.value = ''
            }}
          />
        </label>
        {reading.isPending && <output>{t('readingFile')}</output>}
      </p>
      {(reading.isError || submission.isError) && (
        <p className="plan-problems" role="alert">
          {failure(reading.error ?? submission.error)}
        </p>
      )}
      {submission.isSuccess && (
        <output className="plan-done">{t('bulkDone', { count: submission.data.length })}</output>
      )}
      {reading.data && !submission.isSuccess && (
        <FilePreview
          reading={reading.data}
          promises={promises}
          pending={submission.isPending}
          onSubmit={(reason) =>
            submission.mutate(
              { plans: reading.data.drafts.map((draft) => ({ ...draft, reason })) },
              { onSuccess: () => reading.reset() },
            )
          }
          onCancel={() => reading.reset()}
        />
      )}
    </div>
  )
}

type FilePreviewProps = {
  readonly reading: PlanFileReading
  readonly promises: readonly PromiseOfTask[]
  readonly pending: boolean
  readonly onSubmit: (reason: string | null) => void
  readonly onCancel: () => void
}

/** What is wrong by the cells of the file; where nothing is, what would change. */
function FilePreview({ reading, promises, pending, onSubmit, onCancel }: FilePreviewProps) {
  const { t } = useTranslation('plans')
  const { language } = useLanguage()
  const [reason, setReason] = useState('')
  const nameOf = new Map(promises.map(({ promise }) => [promise.id as string, promiseWords(promise)]))
  const faultWords = (why: PlanFileReading['faults'][number]['why']): string => {
    const own = fileFaultReasons.find((one) => one === why)
    return own ? t(`fileFault_${own}`) : planFaultWords(why as Parameters<typeof planFaultWords>[0], language)
  }
  if (reading.faults.length > 0)
    return (
      <section
        className="file-preview"
        role="alert"
        aria-label={t('fileFaultsTitle', { count: reading.faults.length })}
      >
        <h2>{t('fileFaultsTitle', { count: reading.faults.length })}</h2>
        <p className="quiet">{t('fileFaultsBody')}</p>
        <ul className="plan-problems">
          {reading.faults.slice(0, 50).map(({ cell, why, text }) => (
            <li key={`${cell} ${why}`}>
              <strong>{cell}</strong> {text !== '' && `“${text}” `}
              {faultWords(why)}
            </li>
          ))}
        </ul>
      </section>
    )
  return (
    <section className="file-preview" aria-label={t('previewTitle', { count: reading.drafts.length })}>
      <h2>{t('previewTitle', { count: reading.drafts.length })}</h2>
      <p className="quiet">{t('previewUnchanged', { count: reading.unchanged })}</p>
      <ul className="plan-changes">
        {reading.changes.map(({ indicatorId, unit, before, after }) => (
          <li key={`${indicatorId} ${unit}`}>
            <span lang="zh-CN">
              {nameOf.get(indicatorId)} · {unit}
            </span>{' '}
            {figure(before)} → <strong>{figure(after)}</strong>
          </li>
        ))}
      </ul>
      {reading.needsReason && (
        <label className="plan-reason">
          {t('reason')}
          <textarea
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <span className="quiet">{t('reasonHint')}</span>
        </label>
      )}
      <p className="plan-actions">
        <button
          type="button"
          className="button button-primary"
          disabled={pending || reading.drafts.length === 0 || (reading.needsReason && reason.trim() === '')}
          onClick={() => onSubmit(reading.needsReason ? reason.trim() : null)}
        >
          {t('bulkSubmit', { count: reading.drafts.length })}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </p>
    </section>
  )
}

const figure = (value: Decimal | null) => (value === null ? '—' : grouped(value))
