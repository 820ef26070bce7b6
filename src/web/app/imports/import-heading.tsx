import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPage } from '../../../contract/imports.ts'
import { useDates } from '../dates.ts'
import type { ImportCounts } from './import-reading.ts'
import { ImportSummary } from './import-summary.tsx'
import type { SourceMarks } from './source-marks.ts'

type ImportHeadingProps = {
  page: ImportPage
  counts: ImportCounts
  marks: SourceMarks
  /** Beside the summary: what was saved, and the way back. */
  children: ReactNode
}

export function ImportHeading({ page, counts, marks, children }: ImportHeadingProps) {
  const { t } = useTranslation('imports')
  const { moment } = useDates()
  return (
    <header className="dry-heading">
      <p className="dry-file">
        <Link to="/imports">{t('backToList')}</Link>
        <span title={t('digest', { digest: page.document.sha256 })}>
          {page.fileName} · {moment(page.startedAt)}
        </span>
        <Link to="/imports/$importId/report" params={{ importId: page.id }}>
          {t('report')}
        </Link>
      </p>
      <h1 lang="zh-CN">{page.draft.title || t('untitled')}</h1>
      <div className="dry-heading-row">
        <ImportSummary counts={counts} marks={marks} adopted={page.programmeId !== null} />
        {children}
      </div>
      {page.programmeId !== null && (
        <p className="dry-callout">
          {t('adoptedNotice')}{' '}
          <Link to="/programmes/$programmeId" params={{ programmeId: page.programmeId }}>
            {t('openProgramme')}
          </Link>
        </p>
      )}
    </header>
  )
}
