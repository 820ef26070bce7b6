import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { useMayDo } from '../session.tsx'
import { DraftForm } from './draft-form.tsx'
import { FrozenMonths } from './frozen-months.tsx'
import { PaperList } from './paper-list.tsx'
import { papersQuery } from './paper-queries.ts'
import { TemplateList } from './template-list.tsx'
import '../reporting/reporting.css'
import './papers.css'

/** What is printed from frozen months: drafts to write, sealed papers to hand on, the tables of each month. */
export function PapersPage() {
  const { t } = useTranslation('papers')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/papers' })
  const search = useSearch({ from: '/programmes/$programmeId/papers' })
  const papers = useQuery(papersQuery(programmeId))
  const mayWrite = useMayDo()('paper.write')
  usePageTitle(papers.data && t('pageTitle', { title: papers.data.programme.title }))
  if (!papers.data) return <ProgrammeOutcome programmeId={programmeId} heading={t('title')} query={papers} />
  const page = papers.data
  return (
    <ProgrammeFrame programme={page.programme} className="reporting papers" heading={t('title')}>
      <p className="quiet papers-lead">{t('lead')}</p>
      {page.months.length === 0 ? (
        <Notice
          tone="empty"
          title={t('noMonthsTitle')}
          action={
            <Link to="/programmes/$programmeId/periods" params={{ programmeId }} className="button">
              {t('toPeriods')}
            </Link>
          }
        >
          {t('noMonthsBody')}
        </Notice>
      ) : (
        <>
          {mayWrite && <DraftForm programmeId={programmeId} page={page} />}
          <PaperList programmeId={programmeId} page={page} show={search.show} />
          <FrozenMonths programmeId={programmeId} page={page} />
          {mayWrite && <TemplateList programmeId={programmeId} templates={page.templates} />}
        </>
      )}
    </ProgrammeFrame>
  )
}
