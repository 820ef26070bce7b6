import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { getMonthProgress } from '../../../contract/reporting.ts'
import { Notice } from '../../ui/notice.tsx'
import { RecordTable } from '../../ui/record-table.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { QueryOutcome } from '../query-outcome.tsx'
import { useHoldsPost } from './holds-post.ts'
import { MonthSwitch, useMonth } from './month-switch.tsx'
import { useMonthWords } from './month-words.ts'
import { PeriodLine } from './period-line.tsx'
import { monthProgressQuery, periodsQuery } from './reporting-queries.ts'
import './reporting.css'

type Progress = z.output<typeof getMonthProgress.response>['units'][number]

/** Which units report in a month and how far each has come; one's own come first. */
export function SheetsPage() {
  const { t } = useTranslation('reporting')
  const words = useMonthWords()
  const holds = useHoldsPost()
  const { programmeId } = useParams({ from: '/programmes/$programmeId/sheets' })
  const search = useSearch({ from: '/programmes/$programmeId/sheets' })
  const month = useMonth(programmeId, search.month)
  const periods = useQuery(periodsQuery(programmeId))
  const progress = useQuery({ ...monthProgressQuery(programmeId, month ?? ''), enabled: month !== undefined })
  usePageTitle(month === undefined ? undefined : t('sheetsTitle', { month: words(month) }))
  if (!progress.data || month === undefined)
    return (
      <div className="page">
        <QueryOutcome query={periods.isError ? periods : progress} level={1} />
      </div>
    )
  const { title, period, units } = progress.data
  const mine = units.filter(({ unitId }) => holds('actual.report', unitId))
  const others = units.filter((unit) => !mine.includes(unit))
  return (
    <ProgrammeFrame
      programme={{ id: programmeId as never, title }}
      className="reporting"
      heading={t('sheetsTitle', { month: words(month) })}
    >
      <div className="reporting-bar">
        <MonthSwitch programmeId={programmeId} month={month} />
        <PeriodLine period={period} />
      </div>
      {units.length === 0 && (
        <Notice tone="empty" title={t('noUnitsTitle')}>
          {t('noUnitsBody')}
        </Notice>
      )}
      <Units title={t('myUnits')} units={mine} programmeId={programmeId} month={month} />
      <Units title={t('otherUnits')} units={others} programmeId={programmeId} month={month} />
    </ProgrammeFrame>
  )
}

type UnitsProps = { title: string; units: readonly Progress[]; programmeId: string; month: string }

function Units({ title, units, programmeId, month }: UnitsProps) {
  const { t } = useTranslation('reporting')
  if (units.length === 0) return null
  const count = (key: 'cells' | 'notSubmitted' | 'returned' | 'approved') => ({
    heading: t(`count_${key}`),
    cell: (row: Progress) => row[key],
  })
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <RecordTable
        caption={title}
        rows={units}
        keyOf={({ unitId }) => unitId}
        columns={[
          {
            heading: t('unit'),
            cell: ({ unitId, unit }: Progress) => (
              <Link
                to="/programmes/$programmeId/sheets/$unitId"
                params={{ programmeId, unitId }}
                search={{ month }}
                lang="zh-CN"
              >
                {unit}
              </Link>
            ),
          },
          count('cells'),
          count('notSubmitted'),
          { heading: t('count_inReview'), cell: (row: Progress) => row.submitted + row.leadApproved },
          count('returned'),
          count('approved'),
        ]}
      />
    </section>
  )
}
