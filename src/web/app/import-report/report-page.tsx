import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { importQuery } from '../imports/import-queries.ts'
import { tasksOf } from '../imports/import-reading.ts'
import { usePageTitle } from '../page-title.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { CharacterBar } from './character-bar.tsx'
import { IgnoredList, MilestoneList, ResultList, UnaccountedList, WarningList } from './report-lists.tsx'
import { ReportHeading } from './report-heading.tsx'
import { importReportQuery } from './report-query.ts'
import './report.css'

/** What became of a document, on one page to be printed and filed. */
export function ImportReportPage() {
  const { t } = useTranslation('importReport')
  const { importId } = useParams({ from: '/imports/$importId/report' })
  const page = useQuery(importQuery(importId))
  const report = useQuery(importReportQuery(importId))
  usePageTitle(report.data && t('pageTitle', { title: report.data.title || report.data.fileName }))
  if (!page.data || !report.data)
    return (
      <div className="page">
        <QueryOutcome query={page.isError ? page : report} level={1} />
      </div>
    )
  const { source, draft } = page.data
  const tasks = tasksOf(draft)
  return (
    <div className="page import-report">
      <ReportHeading page={page.data} report={report.data} />
      <CharacterBar report={report.data} />
      <UnaccountedList unaccounted={report.data.unaccounted} source={source} />
      <ResultList tasks={tasks} source={source} />
      <MilestoneList tasks={tasks} source={source} />
      <IgnoredList ignored={report.data.ignored} source={source} />
      <WarningList warnings={report.data.warnings} source={source} />
    </div>
  )
}
