import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgrammeLightsData } from '../../../contract/lights.ts'
import type { LightMatrix, MatrixCell } from '../../../domain/desk/light-matrix.ts'
import { levelWords } from '../../../domain/light/light-sentence.ts'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { ChartFigure } from '../charts/chart-figure.tsx'
import { useLanguage } from '../language.ts'
import { LightMark } from '../lights/light-mark.tsx'
import { matrixHeadHeight, matrixOption, matrixRowHeight } from './matrix-option.ts'

type MatrixFigureProps = { page: ProgrammeLightsData; matrix: LightMatrix }

export function MatrixFigure({ page, matrix }: MatrixFigureProps) {
  const { t } = useTranslation('charts')
  const navigate = useNavigate()
  const { language } = useLanguage()
  const { projects } = page.programme
  const wide = useMediaQuery('(min-width: 1000px)')
  const option = useMemo(
    () =>
      matrixOption(
        matrix,
        page.programme.projects,
        page.colours,
        ({ lagging, count, worst }) => `${lagging}/${count} ${levelWords[worst][language]}`,
      ),
    [matrix, page, language],
  )
  const pick = useCallback(
    (index: number) => {
      const unit = matrix.rows[Math.floor(index / projects.length)]?.unitId
      const project = projects[index % projects.length]?.id
      void navigate({
        to: '.',
        search: (now: Record<string, unknown>) => ({ ...now, unit, project }),
        resetScroll: false,
      } as never)
    },
    [matrix, projects, navigate],
  )
  const words = (cell: MatrixCell | null) =>
    cell === null
      ? ''
      : `${t('cellWords', { lagging: cell.lagging, all: cell.count })} ${levelWords[cell.worst][language]}`
  return (
    <>
      <p className="quiet">{t('matrixKey')}</p>
      <ChartFigure
        title={t('matrixTable')}
        height={matrix.rows.length * matrixRowHeight + matrixHeadHeight}
        option={option}
        isDrawn={wide}
        onPick={pick}
        heads={[t('unit'), ...projects.map(({ no, name }) => `${no} ${name}`), t('total')]}
        rows={matrix.rows.map(({ name, cells, total }) => [name, ...cells.map(words), words(total)])}
      >
        <MatrixTable page={page} matrix={matrix} />
      </ChartFigure>
    </>
  )
}

/** The same as a table: every cell a way to its promises. */
function MatrixTable({ page, matrix }: MatrixFigureProps) {
  const { t } = useTranslation('charts')
  const { projects } = page.programme
  return (
    <div className="chart-scroll">
      <table className="matrix-lights">
        <caption className="visually-hidden">{t('matrixTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('unit')}</th>
            <th scope="col">{t('total')}</th>
            {projects.map(({ id, no, name }) => (
              <th scope="col" key={id} lang="zh-CN">
                {no} {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map(({ unitId, name, cells, total }) => (
            <tr key={unitId}>
              <th scope="row" lang="zh-CN">
                {name}
              </th>
              <td>
                <CellLink cell={total} page={page} unit={unitId} project={undefined} />
              </td>
              {projects.map(({ id }, column) => (
                <td key={id}>
                  <CellLink cell={cells[column] ?? null} page={page} unit={unitId} project={id} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CellLinkProps = {
  cell: MatrixCell | null
  page: ProgrammeLightsData
  unit: string
  project: string | undefined
}

function CellLink({ cell, page, unit, project }: CellLinkProps) {
  const { t } = useTranslation('charts')
  if (cell === null) return null
  return (
    <Link
      to="/programmes/$programmeId/matrix"
      params={{ programmeId: page.programme.id }}
      search={{ month: page.month, unit, project }}
      resetScroll={false}
    >
      {t('cellWords', { lagging: cell.lagging, all: cell.count })}
      <LightMark level={cell.worst} colour={page.colours[cell.worst]} />
    </Link>
  )
}
