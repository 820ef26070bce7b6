import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../../domain/reporting/chain.ts'
import { Notice } from '../../ui/notice.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { QueryOutcome } from '../query-outcome.tsx'
import { MonthSwitch, useMonth } from '../reporting/month-switch.tsx'
import { useMonthWords } from '../reporting/month-words.ts'
import { PeriodLine } from '../reporting/period-line.tsx'
import { periodsQuery, reviewQuery } from '../reporting/reporting-queries.ts'
import { useMayDo } from '../session.tsx'
import { ReviewList } from './review-list.tsx'
import '../reporting/reporting.css'
import './review.css'

/** What waits for one's step of review in a month. */
export function ReviewPage() {
  const { t } = useTranslation('review')
  const words = useMonthWords()
  const mayDo = useMayDo()
  const { programmeId } = useParams({ from: '/programmes/$programmeId/review' })
  const search = useSearch({ from: '/programmes/$programmeId/review' })
  const navigate = useNavigate()
  const month = useMonth(programmeId, search.month)
  const step: Step = search.step ?? (mayDo('review.office') ? 'office' : 'lead')
  const periods = useQuery(periodsQuery(programmeId))
  const review = useQuery({ ...reviewQuery(programmeId, month ?? '', step), enabled: month !== undefined })
  const title = month === undefined ? undefined : t(`title_${step}`, { month: words(month) })
  usePageTitle(title)
  if (!review.data || month === undefined || title === undefined)
    return (
      <div className="page">
        <QueryOutcome query={periods.isError ? periods : review} level={1} />
      </div>
    )
  const { programme, period, cells } = review.data
  return (
    <ProgrammeFrame programme={programme} className="reporting review" heading={title}>
      <div className="reporting-bar">
        <MonthSwitch programmeId={programmeId} month={month} />
        <PeriodLine period={period} />
        <Link to="/programmes/$programmeId/sheets" params={{ programmeId }} search={{ month }}>
          {t('toProgress')}
        </Link>
      </div>
      {cells.length === 0 ? (
        <Notice tone="empty" title={t('nothingTitle')}>
          {t(`nothingBody_${step}`)}
        </Notice>
      ) : (
        <ReviewList
          key={`${month} ${step}`}
          data={review.data}
          step={step}
          onlyDoubts={search.show === 'doubts'}
          onShow={(onlyDoubts) =>
            void navigate({
              to: '.',
              search: { ...search, show: onlyDoubts ? 'doubts' : undefined },
              replace: true,
              resetScroll: false,
            })
          }
        />
      )}
    </ProgrammeFrame>
  )
}
