import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getLedgerTemplate, type LedgerPage, type LoadLine } from '../../../contract/ledgers.ts'
import { faultSentence } from '../../../domain/entry-fault.ts'
import { columnWord } from '../../../domain/ledger-words.ts'
import type { RowFault } from '../../../domain/problems-of-ledgers.ts'
import { addressOf, CallFailure } from '../api.ts'
import { useDates } from '../dates.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useLanguage } from '../language.ts'
import { ledgersKey, loadsQuery } from './ledger-queries.ts'
import { uploadLedger, type UploadProgress } from './upload-ledger.ts'

type LoadPanelProps = { page: LedgerPage; unit: LedgerPage['units'][number] }

/** A file into the ledger: how far it is while it is read, then what came of it or what is wrong, cell by cell. */
export function LoadPanel({ page, unit }: LoadPanelProps) {
  const { t } = useTranslation('ledgers')
  const client = useQueryClient()
  const sentenceOf = useFailureSentence()
  const [progress, setProgress] = useState<UploadProgress | null>(null)
  const params = { programmeId: page.programme.id, indicatorId: page.indicatorId }
  const load = useMutation({
    mutationFn: (file: File) => uploadLedger({ ...params, unitId: unit.id }, file, setProgress),
    onSettled: () => {
      setProgress(null)
      return client.invalidateQueries({ queryKey: ledgersKey(page.programme.id) })
    },
  })
  return (
    <>
      <p className="quiet">
        <span lang="zh-CN">{unit.name}</span> · {t('loadHow')}
      </p>
      <p>
        <a className="button" href={addressOf(getLedgerTemplate, { params })} download>
          {t('template')}
        </a>
      </p>
      <p className="ledger-field">
        <label htmlFor="ledger-file">{t('file')}</label>
        <input
          id="ledger-file"
          type="file"
          accept=".xlsx,.csv"
          disabled={load.isPending}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) load.mutate(file)
            // The same file, mended, can be chosen again.
            target.value = ''
          }}
        />
      </p>
      <output className="ledger-status">
        {load.isPending && <Progress progress={progress} />}
        {load.data && <Outcome outcome={load.data} />}
      </output>
      {load.isError && <p role="alert">{sentenceOf(load.error)}</p>}
      {load.error instanceof CallFailure && load.error.code === 'ledger-file.refused' && (
        <Faults page={page} faults={(load.error.details as { faults: readonly RowFault[] }).faults} />
      )}
      <Loads page={page} unitId={unit.id} />
    </>
  )
}

function Progress({ progress }: { progress: UploadProgress | null }) {
  const { t } = useTranslation('ledgers')
  if (progress?.state === 'reading')
    return (
      <p>
        {t('reading', { count: progress.rows })}{' '}
        {progress.faults > 0 && t('faultsSoFar', { count: progress.faults })}
      </p>
    )
  const percent = progress === null ? 0 : Math.round((100 * progress.sent) / Math.max(1, progress.of))
  return (
    <p>
      {t('sending', { percent })}{' '}
      <progress value={percent} max={100} aria-label={t('sending', { percent })} />
    </p>
  )
}

function Outcome({ outcome }: { outcome: Exclude<LoadLine, { state: 'reading' }> }) {
  const { t } = useTranslation('ledgers')
  const { moment } = useDates()
  if (outcome.state === 'known') {
    const { fileName, loadedBy, loadedAt, rowsAdded } = outcome.load
    return <p>{t('fileKnown', { file: fileName, by: loadedBy, at: moment(loadedAt), count: rowsAdded })}</p>
  }
  return (
    <>
      <p>
        <strong>{t('loaded', { count: outcome.added })}</strong>{' '}
        {outcome.known > 0 && t('rowsKnown', { count: outcome.known })}
      </p>
      {outcome.ignored.length > 0 && <p>{t('ignored', { heads: outcome.ignored.join(t('and')) })}</p>}
    </>
  )
}

function Faults({ page, faults }: { page: LedgerPage; faults: readonly RowFault[] }) {
  const { t } = useTranslation('ledgers')
  const { language } = useLanguage()
  return (
    <table className="record-table ledger-faults" aria-label={t('faults')}>
      <thead>
        <tr>
          <th scope="col">{t('cell')}</th>
          <th scope="col">{t('column')}</th>
          <th scope="col">{t('fault')}</th>
        </tr>
      </thead>
      <tbody>
        {faults.map((fault) => (
          <tr key={fault.cell}>
            <td>{fault.cell}</td>
            <td>{columnWord(page.target.ledger, fault.column, language)}</td>
            <td>{faultSentence(fault, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Loads({ page, unitId }: { page: LedgerPage; unitId: string }) {
  const { t } = useTranslation('ledgers')
  const { moment } = useDates()
  const loads = useQuery(loadsQuery(page.programme.id, page.indicatorId, unitId))
  if (!loads.data || loads.data.length === 0) return null
  return (
    <section aria-labelledby="loads">
      <h3 id="loads">{t('loads')}</h3>
      <ul className="ledger-loads">
        {loads.data.map(({ id, fileName, rowsAdded, rowsKnown, loadedBy, loadedAt }) => (
          <li key={id}>
            {fileName}{' '}
            <span className="quiet">
              {t('loadLine', { count: rowsAdded, known: rowsKnown, by: loadedBy, at: moment(loadedAt) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
