import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { importSummarySchema } from '../../../contract/imports.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { useDates } from '../dates.ts'

export type ImportSummary = z.output<typeof importSummarySchema>

export function ImportList({ imports }: { imports: readonly ImportSummary[] }) {
  const { t } = useTranslation('imports')
  const { moment } = useDates()
  if (imports.length === 0)
    return (
      <section className="import-none">
        <h2>{t('emptyTitle')}</h2>
        <p>{t('emptyBody')}</p>
      </section>
    )
  return (
    <section className="import-list">
      <h2>{t('earlierTitle')}</h2>
      <RecordTable
        caption={t('earlierTitle')}
        rows={imports}
        keyOf={(row) => row.id}
        columns={[
          { heading: t('columnFile'), cell: titleCell },
          { heading: t('columnState'), cell: stateCell },
          { heading: t('columnStarted'), cell: (row) => moment(row.startedAt) },
          { heading: t('columnBy'), cell: (row) => row.startedBy ?? t('bySystem') },
        ]}
      />
    </section>
  )
}

const titleCell = (row: ImportSummary) => <ImportTitle row={row} />
const stateCell = (row: ImportSummary) => <ImportState row={row} />

function ImportTitle({ row }: { row: ImportSummary }) {
  const { t } = useTranslation('imports')
  return (
    <Link to="/imports/$importId" params={{ importId: row.id }} className="import-title">
      <span lang="zh-CN">{row.title || t('untitled')}</span>
      <span className="quiet">{row.fileName}</span>
    </Link>
  )
}

function ImportState({ row }: { row: ImportSummary }) {
  const { t } = useTranslation('imports')
  return (
    <span className="import-state">
      {row.programmeId === null ? (
        <>
          <strong>{t('stateDraft')}</strong>
          <Link to="/imports/$importId" params={{ importId: row.id }}>
            {t('goOnChecking')}
          </Link>
        </>
      ) : (
        <>
          {t('stateAdopted')}
          <Link to="/programmes/$programmeId" params={{ programmeId: row.programmeId }}>
            {t('openProgramme')}
          </Link>
        </>
      )}
    </span>
  )
}
