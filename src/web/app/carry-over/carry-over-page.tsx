import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CarryOverData } from '../../../contract/carry-over.ts'
import { Notice } from '../../ui/notice.tsx'
import { useDates } from '../dates.ts'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { CarryOverForm } from './carry-over-form.tsx'
import { carryOverQuery } from './carry-over-queries.ts'
import '../lights/lights.css'
import '../acceptance/acceptance.css'
import './carry-over.css'

/** What of the year goes on in the next, and the drafts that were made of it. */
export function CarryOverPage() {
  const { t } = useTranslation('carryOver')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/carry-over' })
  const carryOver = useQuery(carryOverQuery(programmeId))
  usePageTitle(carryOver.data && t('pageTitle', { title: carryOver.data.programme.title }))
  if (!carryOver.data)
    return <ProgrammeOutcome programmeId={programmeId} heading={t('title')} query={carryOver} />
  const page = carryOver.data
  return (
    <ProgrammeFrame programme={page.programme} className="carry-over" heading={t('title')}>
      <p className="quiet">{t('lead', { year: page.programme.year + 1 })}</p>
      <Records page={page} />
      {page.promises.length === 0 ? (
        <Notice tone="empty" title={t('noneTitle')}>
          {t('noneBody')}
        </Notice>
      ) : (
        <CarryOverForm page={page} />
      )}
    </ProgrammeFrame>
  )
}

/** What was carried over before, each with its draft. */
function Records({ page: { records } }: { page: CarryOverData }) {
  const { t } = useTranslation('carryOver')
  const { day } = useDates()
  return (
    <ul className="rules-history">
      {records.map(({ no, decision, decidedOn, importId, promises, recordedBy, recordedAt }) => (
        <li key={no}>
          <Link to="/imports/$importId" params={{ importId }}>
            {t('recordOf', { no, count: promises })}
          </Link>{' '}
          <span lang="zh-CN">{decision}</span>{' '}
          {t('decidedBy', { on: day(decidedOn), by: recordedBy, at: day(recordedAt) })}
        </li>
      ))}
    </ul>
  )
}
