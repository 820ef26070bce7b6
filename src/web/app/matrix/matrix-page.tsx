import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { lightMatrix } from '../../../domain/desk/light-matrix.ts'
import { unitAnswers } from '../../../domain/desk/unit-answers.ts'
import { rankUnits } from '../../../domain/desk/unit-ranking.ts'
import { Notice } from '../../ui/notice.tsx'
import { lightsQuery } from '../lights/light-queries.ts'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { MonthSwitch } from '../reporting/month-switch.tsx'
import { DrillList } from './drill-list.tsx'
import { MatrixFigure } from './matrix-figure.tsx'
import { RankingTable } from './ranking-table.tsx'
import { ToPlansLink } from '../to-plans-link.tsx'
import '../reporting/reporting.css'
import '../desk/desk.css'
import './matrix.css'

/** Units against projects, and units in order; from any figure to the promises behind it. */
export function MatrixPage() {
  const { t } = useTranslation('charts')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/matrix' })
  const search = useSearch({ from: '/programmes/$programmeId/matrix' })
  const lights = useQuery(lightsQuery(programmeId, search.month))
  const page = lights.data
  const judged = useMemo(() => {
    if (!page) return undefined
    const { units, projects } = page.programme
    const answersOf = unitAnswers(page)
    return {
      answersOf,
      matrix: lightMatrix(units, projects, answersOf),
      ranking: rankUnits(units, answersOf),
    }
  }, [page])
  usePageTitle(page && t('matrixPageTitle', { title: page.programme.title }))
  if (!page || !judged)
    return <ProgrammeOutcome programmeId={programmeId} heading={t('matrixTitle')} query={lights} />
  const { answersOf, matrix, ranking } = judged
  return (
    <ProgrammeFrame programme={page.programme} className="matrix" heading={t('matrixTitle')}>
      <div className="reporting-bar">
        <MonthSwitch programmeId={programmeId} month={page.month} />
      </div>
      {matrix.rows.length === 0 ? (
        <Notice tone="empty" title={t('noUnitsTitle')} action={<ToPlansLink programmeId={programmeId} />}>
          {t('noUnitsBody')}
        </Notice>
      ) : (
        <>
          <MatrixFigure page={page} matrix={matrix} />
          <DrillList
            key={`${search.unit}${search.project}`}
            page={page}
            search={search}
            answersOf={answersOf}
          />
          <p className="quiet">{t('rankingRule')}</p>
          <div className="matrix-rankings">
            <RankingTable title={t('rankingLeads')} units={ranking.leads} page={page} />
            <RankingTable title={t('rankingCarriers')} units={ranking.carriers} page={page} />
          </div>
        </>
      )}
    </ProgrammeFrame>
  )
}
