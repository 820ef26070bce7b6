import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { QueryOutcome } from '../query-outcome.tsx'
import { MonthSwitch, useMonth } from './month-switch.tsx'
import { useMonthWords } from './month-words.ts'
import { PeriodLine } from './period-line.tsx'
import { periodsQuery, sheetQuery } from './reporting-queries.ts'
import { SheetEditor } from './sheet-editor.tsx'
import './reporting.css'

/** One unit's sheet of a month. */
export function SheetPage() {
  const { t } = useTranslation('reporting')
  const words = useMonthWords()
  const { programmeId, unitId } = useParams({ from: '/programmes/$programmeId/sheets/$unitId' })
  const search = useSearch({ from: '/programmes/$programmeId/sheets/$unitId' })
  const month = useMonth(programmeId, search.month)
  const periods = useQuery(periodsQuery(programmeId))
  const sheet = useQuery({ ...sheetQuery(programmeId, month ?? '', unitId), enabled: month !== undefined })
  usePageTitle(
    sheet.data && t('sheetTitle', { unit: sheet.data.unit.name, month: words(sheet.data.period.month) }),
  )
  if (!sheet.data || month === undefined)
    return (
      <div className="page">
        <QueryOutcome query={periods.isError ? periods : sheet} level={1} />
      </div>
    )
  const { data } = sheet
  return (
    <ProgrammeFrame
      programme={data.programme}
      className="reporting"
      heading={t('sheetTitle', { unit: data.unit.name, month: words(month) })}
    >
      <div className="reporting-bar">
        <MonthSwitch programmeId={programmeId} month={month} />
        <PeriodLine period={data.period} />
      </div>
      {data.cells.length === 0 ? (
        <Notice tone="empty" title={t('noCellsTitle')}>
          {t('noCellsBody')}
        </Notice>
      ) : (
        <SheetEditor key={`${unitId} ${month}`} sheet={data} at={search.indicator} />
      )}
    </ProgrammeFrame>
  )
}
