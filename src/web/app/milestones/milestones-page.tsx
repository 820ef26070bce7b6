import { queryOptions, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { getMilestones, type Milestones } from '../../../contract/courses.ts'
import { Notice } from '../../ui/notice.tsx'
import { RecordTable } from '../../ui/record-table.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { call } from '../api.ts'
import { ChartFigure } from '../charts/chart-figure.tsx'
import { useDates } from '../dates.ts'
import { PromiseLink } from '../desk/promise-link.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { useMonthWords } from '../reporting/month-words.ts'
import { milestoneRowHeight, milestonesOption } from './milestones-option.ts'
import { ToPlansLink } from '../to-plans-link.tsx'
import '../desk/desk.css'

const milestonesQuery = (programmeId: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'milestones'],
    queryFn: ({ signal }) => call(getMilestones, { params: { programmeId } }, signal),
  })

/** What goes by stages: planned against reached, and today. */
export function MilestonesPage() {
  const { t } = useTranslation('charts')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/milestones' })
  const query = useQuery(milestonesQuery(programmeId))
  usePageTitle(query.data && t('milestonesPageTitle', { title: query.data.programme.title }))
  if (!query.data)
    return <ProgrammeOutcome programmeId={programmeId} heading={t('milestonesTitle')} query={query} />
  const page = query.data
  return (
    <ProgrammeFrame programme={page.programme} className="milestones" heading={t('milestonesTitle')}>
      {page.milestones.length === 0 ? (
        <Notice
          tone="empty"
          title={t('milestonesEmptyTitle')}
          action={<ToPlansLink programmeId={programmeId} />}
        >
          {t('milestonesEmptyBody')}
        </Notice>
      ) : (
        <Gantt page={page} />
      )}
    </ProgrammeFrame>
  )
}

function Gantt({ page }: { page: Milestones }) {
  const { t } = useTranslation('charts')
  const { day } = useDates()
  const words = useMonthWords()
  const wide = useMediaQuery('(min-width: 768px)')
  const option = useMemo(
    () => milestonesOption(page, { today: t('today'), late: t('state_late') }),
    [page, t],
  )
  const rows = page.milestones.flatMap(({ promise, stages }) => stages.map((stage) => ({ promise, stage })))
  type Row = (typeof rows)[number]
  const columns = [
    { heading: t('stage'), text: ({ stage }: Row) => stage.stage },
    { heading: t('dueOn'), text: ({ stage }: Row) => day(stage.dueOn) },
    {
      heading: t('reachedIn'),
      text: ({ stage }: Row) => (stage.reachedIn === null ? '' : words(stage.reachedIn)),
    },
    { heading: t('state'), text: ({ stage }: Row) => t(`state_${stage.state}`) },
    { heading: t('units'), text: ({ stage }: Row) => `${stage.reached} / ${stage.units}` },
  ]
  return (
    <>
      <p className="quiet">{t('milestonesKey')}</p>
      <ChartFigure
        title={t('milestonesTitle')}
        height={page.milestones.length * milestoneRowHeight + 60}
        option={option}
        isDrawn={wide}
        heads={[t('promise'), ...columns.map(({ heading }) => heading)]}
        rows={rows.map((row) => [
          `${row.promise.no} ${row.promise.sentence}`,
          ...columns.map(({ text }) => text(row)),
        ])}
      >
        <RecordTable
          caption={t('milestonesTitle')}
          rows={rows}
          keyOf={({ promise, stage }) => `${promise.id}${stage.stage}`}
          columns={[
            {
              heading: t('promise'),
              names: true,
              cell: ({ promise }: Row) => <PromiseLink programmeId={page.programme.id} promise={promise} />,
            },
            ...columns.map(({ heading, text }) => ({ heading, cell: text })),
          ]}
        />
      </ChartFigure>
    </>
  )
}
