import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { adoptImport, type ImportPage } from '../../../contract/imports.ts'
import { call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { importQuery } from './import-queries.ts'
import type { ImportCounts } from './import-reading.ts'

type AdoptDialogProps = { page: ImportPage; counts: ImportCounts; onClose: () => void }

/** Says what will happen and cannot be taken back, then does it. */
export function AdoptDialog({ page, counts, onClose }: AdoptDialogProps) {
  const { t } = useTranslation('imports')
  const sentenceOf = useFailureSentence()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [typedYear, setTypedYear] = useState('')
  const [yearMissing, setYearMissing] = useState(false)
  const yearNeeded = page.draft.year === null
  const adopt = useMutation({
    networkMode: 'always',
    mutationFn: (year: number | undefined) =>
      call(adoptImport, {
        params: { importId: page.id },
        body: { seq: page.seq, ...(year === undefined ? {} : { year }) },
      }),
    onSuccess: async ({ programmeId }) => {
      await navigate({ to: '/programmes/$programmeId', params: { programmeId } })
      // Everything that lists programmes, imports or units has changed.
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
    },
    onError: () => client.refetchQueries({ queryKey: importQuery(page.id).queryKey, exact: true }),
  })

  function start(): void {
    const year = readYear(typedYear)
    setYearMissing(yearNeeded && year === undefined)
    if (!yearNeeded || year !== undefined) adopt.mutate(yearNeeded ? year : undefined)
  }

  return (
    <Modal
      open
      className="dry-dialog"
      title={t('adoptTitle')}
      okText={adopt.isPending ? t('adopting') : t('adoptNow')}
      cancelText={t('adoptBack')}
      confirmLoading={adopt.isPending}
      onOk={start}
      onCancel={onClose}
    >
      <p>
        {t('adoptWhat', {
          title: page.draft.title || t('untitled'),
          projects: counts.projects,
          tasks: counts.tasks,
          indicators: counts.indicators,
        })}
      </p>
      <p>{t('adoptFinal')}</p>
      {counts.newUnits > 0 && <p>{t('adoptUnits', { count: counts.newUnits })}</p>}
      {counts.doubtful > 0 && <p className="dry-todo">{t('adoptDoubtful', { count: counts.doubtful })}</p>}
      {yearNeeded && (
        <div className="dry-field">
          <label htmlFor="adopt-year">{t('adoptYear')}</label>
          <Input
            id="adopt-year"
            inputMode="numeric"
            maxLength={4}
            value={typedYear}
            onChange={(event) => setTypedYear(event.target.value)}
            onPressEnter={start}
          />
          <p className={yearMissing ? 'dry-error' : 'dry-hint'} {...(yearMissing ? { role: 'alert' } : {})}>
            {t(yearMissing ? 'adoptYearBad' : 'adoptYearWhy')}
          </p>
        </div>
      )}
      {adopt.isError && (
        <p role="alert" className="dry-error">
          {sentenceOf(adopt.error)}
        </p>
      )}
    </Modal>
  )
}

/** The years the contract takes. */
function readYear(typed: string): number | undefined {
  const year = Number(typed.normalize('NFKC').trim())
  return Number.isInteger(year) && year >= 1990 && year <= 2199 ? year : undefined
}
