import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { programmeQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { dutyMatrixOf, type DutyMatrix } from './duty-matrix.ts'
import './overview.css'

const MatrixChart = lazy(async () => ({ default: (await import('./matrix-chart.tsx')).MatrixChart }))

/** Who carries how many promises, as a picture and as a table. */
export function OverviewPage() {
  const { t } = useTranslation('overview')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/overview' })
  const programme = useQuery(programmeQuery(programmeId))
  const matrix = useMemo(() => programme.data && dutyMatrixOf(programme.data), [programme.data])
  const navigate = useNavigate()
  const wide = useMediaQuery('(min-width: 1000px)')
  const showUnit = useCallback(
    (unit: string) =>
      void navigate({ to: '/programmes/$programmeId', params: { programmeId }, search: { unit } }),
    [navigate, programmeId],
  )
  usePageTitle(programme.data && t('pageTitle', { title: programme.data.title }))
  if (!programme.data || !matrix)
    return (
      <div className="page">
        <QueryOutcome query={programme} level={1} />
      </div>
    )
  return (
    <ProgrammeFrame programme={programme.data} className="overview" heading={t('title')}>
      <p className="quiet">{t('how')}</p>
      {wide && (
        <Suspense fallback={<div className="matrix-chart" />}>
          <MatrixChart matrix={matrix} onUnit={showUnit} />
        </Suspense>
      )}
      <MatrixTable matrix={matrix} programmeId={programmeId} />
    </ProgrammeFrame>
  )
}

function MatrixTable({ matrix, programmeId }: { matrix: DutyMatrix; programmeId: string }) {
  const { t } = useTranslation('overview')
  return (
    <div className="matrix-scroll">
      <table className="matrix-table">
        <caption>{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('unit')}</th>
            <th scope="col">{t('total')}</th>
            {matrix.projects.map(({ no, name }) => (
              <th scope="col" key={no} lang="zh-CN">
                {no} {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.units.map(({ id, name, total, promises }) => (
            <tr key={id}>
              <th scope="row" lang="zh-CN">
                <Link to="/programmes/$programmeId" params={{ programmeId }} search={{ unit: id }}>
                  {name}
                </Link>
              </th>
              <td>
                <strong>{total}</strong>
              </td>
              {matrix.projects.map(({ no }, column) => (
                <td key={no}>{promises[column] || ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('perProject')}</th>
            <td>{matrix.projects.reduce((sum, project) => sum + project.total, 0)}</td>
            {matrix.projects.map(({ no, total }) => (
              <td key={no}>{total}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
