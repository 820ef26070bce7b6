import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { getAssessmentXlsx, type AssessmentData } from '../../../contract/assessment.ts'
import { Notice } from '../../ui/notice.tsx'
import { addressOf } from '../api.ts'
import { useDates } from '../dates.ts'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { MonthSwitch } from '../reporting/month-switch.tsx'
import { useMayDo } from '../session.tsx'
import { assessmentQuery } from './assessment-queries.ts'
import { ToPlansLink } from '../to-plans-link.tsx'
import { RankedGroupTable } from './ranked-group-table.tsx'
import { SchemeFields } from './scheme-fields.tsx'
import { SchemeForm } from './scheme-form.tsx'
import { UnitAccount } from './unit-account.tsx'
import '../lights/lights.css'
import '../reporting/reporting.css'
import './assessment.css'

/** Units by their scores, each score with the account it follows from, and the scheme it is counted by. */
export function AssessmentPage() {
  const { t } = useTranslation('assessment')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/assessment' })
  const search = useSearch({ from: '/programmes/$programmeId/assessment' })
  const assessment = useQuery(assessmentQuery(programmeId, search.month))
  usePageTitle(assessment.data && t('pageTitle', { title: assessment.data.programme.title }))
  if (!assessment.data)
    return <ProgrammeOutcome programmeId={programmeId} heading={t('title')} query={assessment} />
  const page = assessment.data
  return (
    <ProgrammeFrame programme={page.programme} className="assessment" heading={t('title')}>
      <div className="reporting-bar">
        <MonthSwitch programmeId={programmeId} month={page.month} />
        <Link to="." search={search} hash="scheme">
          {page.schemeNo === 0 ? t('ownScheme') : t('schemeNo', { no: page.schemeNo })}
        </Link>
        <a href={`${addressOf(getAssessmentXlsx, { params: { programmeId } })}?month=${page.month}`} download>
          {t('export')}
        </a>
      </div>
      {page.ownOnly && <p className="quiet">{t('ownOnly')}</p>}
      {page.groups.length === 0 && (
        <Notice
          tone="empty"
          title={t('noneTitle')}
          action={!page.ownOnly && <ToPlansLink programmeId={programmeId} />}
        >
          {t(page.ownOnly ? 'noneOfOwn' : 'noneBody')}
        </Notice>
      )}
      {page.groups.map(({ group, accounts }) => {
        const open = accounts.find(({ unitId }) => unitId === (search.unit ?? onlyUnit(page)))
        return (
          <section key={group} className="assessment-group">
            <RankedGroupTable group={group} accounts={accounts} open={open?.unitId} />
            {open && (
              <UnitAccount key={open.unitId} page={page} account={open} asked={search.unit !== undefined} />
            )}
          </section>
        )
      })}
      <Scheme page={page} />
    </ProgrammeFrame>
  )
}

/** Who sees one unit alone sees its account at once. */
function onlyUnit({ groups }: AssessmentData): string | undefined {
  const [first, ...others] = groups.flatMap(({ accounts }) => accounts)
  return others.length === 0 ? first?.unitId : undefined
}

function Scheme({ page }: { page: AssessmentData }) {
  const { t } = useTranslation('assessment')
  const { day } = useDates()
  const maySet = useMayDo()('assessment.set')
  const units = page.groups.flatMap(({ accounts }) => accounts)
  return (
    <section id="scheme" aria-label={t('schemeTitle')}>
      <h2>{t('schemeTitle')}</h2>
      <p className="quiet">{t('schemeLead')}</p>
      <ul className="rules-history">
        {page.schemes.map(({ no, fromYear, recordedBy, recordedAt, reason }) => (
          <li key={no} lang="zh-CN">
            {t('schemeSet', { no, year: fromYear, by: recordedBy, at: day(recordedAt), reason })}
          </li>
        ))}
        <li className="quiet">{t('ownScheme')}</li>
      </ul>
      {maySet ? (
        <SchemeForm key={page.schemeNo} page={page} />
      ) : (
        <div className="rules-form">
          <SchemeFields scheme={page.scheme} units={units} />
        </div>
      )}
    </section>
  )
}
