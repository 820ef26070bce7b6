import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { getImportReportFile, type ImportPage } from '../../../contract/imports.ts'
import { addressOf } from '../api.ts'
import { useDates } from '../dates.ts'
import type { ImportReport } from './report-query.ts'

type ReportHeadingProps = { page: ImportPage; report: ImportReport }

/** Which document was read, when, by whom, and how much came of it. */
export function ReportHeading({ page, report: { counts, title } }: ReportHeadingProps) {
  const { t } = useTranslation('importReport')
  const { t: table } = useTranslation('table')
  const { moment } = useDates()
  return (
    <header className="report-heading">
      <p className="quiet report-way">
        <Link to="/imports/$importId" params={{ importId: page.id }}>
          {t('backToImport')}
        </Link>
      </p>
      <h1>{t('title')}</h1>
      <p className="report-document" lang="zh-CN">
        {title || page.fileName}
      </p>
      <dl className="facts">
        <div>
          <dt>{t('file')}</dt>
          <dd lang="zh-CN">{page.fileName}</dd>
        </div>
        <div>
          <dt>{t('read')}</dt>
          <dd>{t('readBy', { date: moment(page.startedAt), person: page.startedBy ?? t('system') })}</dd>
        </div>
        <div>
          <dt>{t('digest')}</dt>
          <dd>
            <code>{page.document.sha256}</code>
          </dd>
        </div>
        <div>
          <dt>{t('used')}</dt>
          <dd>
            {[
              table('countProjects', { count: counts.projects }),
              table('countTasks', { count: counts.tasks }),
              table('countPromises', { count: counts.indicators }),
              t('notTargets', { count: counts.notTargets }),
            ].join(table('countSeparator'))}
          </dd>
        </div>
        <div>
          <dt>{t('doubtful')}</dt>
          <dd>
            {counts.doubtful === 0 ? (
              t('noneDoubtful')
            ) : (
              <Link to="/imports/$importId" params={{ importId: page.id }} search={{ tab: 'doubtful' }}>
                {t('doubtfulCount', { count: counts.doubtful })}
              </Link>
            )}
          </dd>
        </div>
      </dl>
      <p className="report-files">
        <a href={addressOf(getImportReportFile, { params: { importId: page.id } })} download>
          {t('download')}
        </a>
        <button type="button" className="link-button" onClick={() => window.print()}>
          {t('print')}
        </button>
      </p>
    </header>
  )
}
