import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDates } from '../dates.ts'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { useMonthWords } from '../reporting/month-words.ts'
import { ChangeList } from './change-list.tsx'
import { deskQuery } from './desk-queries.ts'
import { DeskSection } from './desk-section.tsx'
import { DoubtList } from './doubt-list.tsx'
import { DueList, NothingDue } from './due-list.tsx'
import { LaggingList } from './lagging-list.tsx'
import { MissingTable } from './missing-table.tsx'
import { ProblemList } from './problem-list.tsx'
import { TurnedForecasts, TurnedLights } from './turned-list.tsx'
import './desk.css'

/** Where the office begins its day: what is to be done, what lags and why, and what changed since yesterday. */
export function DeskPage() {
  const { t } = useTranslation('desk')
  const words = useMonthWords()
  const { day } = useDates()
  const { programmeId } = useParams({ from: '/programmes/$programmeId/desk' })
  const query = useQuery(deskQuery(programmeId))
  const desk = query.data
  usePageTitle(desk && t('pageTitle', { title: desk.programme.title }))
  if (!desk) return <ProgrammeOutcome programmeId={programmeId} heading={t('title')} query={query} />
  return (
    <ProgrammeFrame programme={desk.programme} className="desk" heading={t('title')}>
      <div className="desk-columns">
        <div>
          <DeskSection
            id="due"
            title={t('dueTitle')}
            empty={<NothingDue desk={desk} />}
            isEmpty={desk.due.length === 0}
          >
            <DueList desk={desk} />
          </DeskSection>
          <DeskSection
            id="lagging"
            title={t('laggingTitle', { month: words(desk.month) })}
            empty={t('laggingEmpty')}
            isEmpty={desk.levels.length === 0 && desk.closed === 0}
          >
            <LaggingList desk={desk} />
          </DeskSection>
          <DeskSection
            id="problems"
            title={t('problemsTitle')}
            empty={t('problemsEmpty')}
            isEmpty={desk.problems.length === 0}
            note={t('problemsNote')}
          >
            <ProblemList programmeId={programmeId} groups={desk.problems} />
          </DeskSection>
        </div>
        <div>
          <DeskSection
            id="changes"
            title={t('changesTitle', { day: day(desk.since) })}
            empty={t('changesEmpty')}
            isEmpty={desk.changes.length === 0}
          >
            <ChangeList desk={desk} />
          </DeskSection>
          <DeskSection
            id="turned"
            title={
              desk.publishedMonth === null
                ? t('turnedNone')
                : t('turnedTitle', { month: words(desk.publishedMonth) })
            }
            empty={t(desk.publishedMonth === null ? 'turnedUnpublished' : 'turnedEmpty')}
            isEmpty={desk.turnedLights.length === 0}
          >
            <TurnedLights {...desk} />
          </DeskSection>
          <DeskSection
            id="forecasts"
            title={t('forecastsTitle')}
            empty={t('forecastsEmpty')}
            isEmpty={desk.turnedForecasts.length === 0}
          >
            <TurnedForecasts {...desk} />
          </DeskSection>
          <DeskSection
            id="missing"
            title={t('missingTitle')}
            empty={t('missingEmpty')}
            isEmpty={desk.missing.length === 0}
          >
            <MissingTable desk={desk} />
          </DeskSection>
          <DeskSection
            id="doubts"
            title={t('doubtsTitle')}
            empty={t('doubtsEmpty')}
            isEmpty={desk.doubts.length === 0}
          >
            <DoubtList desk={desk} />
          </DeskSection>
        </div>
      </div>
    </ProgrammeFrame>
  )
}
