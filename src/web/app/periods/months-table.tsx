import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '../../ui/record-table.tsx'
import { useDates } from '../dates.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import { useMayDo } from '../session.tsx'
import { FreezeForm } from './freeze-form.tsx'
import type { Freezes, PeriodsData } from './periods-data.ts'

type MonthsTableProps = { programmeId: string; page: PeriodsData; freezes: Freezes }
type MonthRow = PeriodsData['months'][number]

/** The twelve months: their dates, how far each is, and its freezing. */
export function MonthsTable({ programmeId, page }: MonthsTableProps) {
  const { t } = useTranslation('periods')
  const { t: r } = useTranslation('reporting')
  const words = useMonthWords()
  const { day } = useDates()
  const mayFreeze = useMayDo()('period.freeze')
  return (
    <RecordTable
      caption={t('title')}
      rows={page.months}
      keyOf={({ month }) => month}
      columns={[
        {
          heading: r('month'),
          cell: ({ month }: MonthRow) => (
            <Link to="/programmes/$programmeId/sheets" params={{ programmeId }} search={{ month }}>
              {words(month)}
            </Link>
          ),
        },
        { heading: t('opens'), cell: ({ opensOn }: MonthRow) => day(opensOn) },
        { heading: t('due'), cell: ({ dueOn }: MonthRow) => day(dueOn) },
        { heading: t('locks'), cell: ({ locksOn }: MonthRow) => day(locksOn) },
        { heading: t('where'), cell: ({ phase }: MonthRow) => r(`phase_${phase}`) },
        {
          heading: t('progress'),
          cell: ({ phase, cells, submitted, approved }: MonthRow) =>
            phase === 'not-open' ? '—' : t('progressOf', { cells, submitted, approved }),
        },
        {
          heading: t('freezing'),
          cell: (row: MonthRow) =>
            mayFreeze && (row.phase === 'late' || row.phase === 'locked') ? (
              <FreezeForm
                programmeId={programmeId}
                month={row.month}
                frozen={row.frozen}
                left={row.cells - row.approved}
              />
            ) : row.frozen > 0 ? (
              t('frozenNo', { no: row.frozen })
            ) : (
              '—'
            ),
        },
      ]}
    />
  )
}
