import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { getCourse, type Course } from '../../../contract/courses.ts'
import { call } from '../api.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { useMonthWords } from '../reporting/month-words.ts'
import { ChartFigure } from './chart-figure.tsx'
import { courseOption } from './course-option.ts'

const courseQuery = (programmeId: string, indicatorId: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'courses', indicatorId],
    queryFn: ({ signal }) => call(getCourse, { params: { programmeId, indicatorId } }, signal),
    staleTime: 60_000,
  })

const figures = ['planned', 'done', 'expected', 'low', 'high'] as const

type CourseFigureProps = { programmeId: string; indicatorId: string }

/** Progress against plan with the forecast's fan; in words where there is nothing to draw. */
export function CourseFigure({ programmeId, indicatorId }: CourseFigureProps) {
  const { t } = useTranslation('charts')
  const course = useQuery(courseQuery(programmeId, indicatorId))
  if (!course.data) return <QueryOutcome query={course} />
  const isDrawable = course.data.points.some(({ planned }) => planned !== null)
  return isDrawable ? <Figure course={course.data} /> : <p className="quiet">{t('courseNone')}</p>
}

function Figure({ course }: { course: Course }) {
  const { t } = useTranslation('charts')
  const words = useMonthWords()
  const option = useMemo(
    () =>
      courseOption(course, {
        planned: t('planned'),
        done: t('done'),
        expected: t('expected'),
        target: t('target'),
        monthOf: (month) => String(Number(month.slice(5, 7))),
      }),
    [course, t],
  )
  const fanOf = new Map(course.fan.map((point) => [point.month, point]))
  const rows = course.points.map(({ month, planned, done }) => {
    const { expected, low, high } = fanOf.get(month) ?? {}
    return { month, planned, done, expected, low, high }
  })
  // A year that has ended has no fan, and a plan may be all there is yet.
  const shown = figures.filter((figure) => rows.some((row) => row[figure] != null))
  const title = t('courseTitle', { no: course.promise.no, promise: course.promise.sentence })
  return (
    <>
      <p className="chart-key quiet">{t('courseKey')}</p>
      <ChartFigure
        title={title}
        height={220}
        option={option}
        heads={[
          t('month'),
          ...shown.map((figure) =>
            course.unit === '' ? t(figure) : t('inUnit', { figure: t(figure), unit: course.unit }),
          ),
        ]}
        rows={rows.map((row) => [words(row.month), ...shown.map((figure) => row[figure] ?? '')])}
      />
    </>
  )
}
