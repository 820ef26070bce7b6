import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgrammeLightsData } from '../../../contract/lights.ts'
import { compareLagging } from '../../../domain/desk/lagging-promises.ts'
import type { UnitAnswer } from '../../../domain/desk/unit-answers.ts'
import { lightSentence } from '../../../domain/light/light-sentence.ts'
import type { UnitId } from '../../../domain/values/ids.ts'
import { PromiseLink } from '../desk/promise-link.tsx'
import { useLanguage } from '../language.ts'
import { ClosedMark } from '../lights/closed-mark.tsx'
import { LightMark } from '../lights/light-mark.tsx'
import type { MatrixSearch } from './matrix-search.ts'

type DrillListProps = {
  page: ProgrammeLightsData
  search: MatrixSearch
  answersOf: ReadonlyMap<UnitId, readonly UnitAnswer[]>
}

/** The promises behind a cell, worst first and what is closed last: each leads to everything about it, and to the ledger with its evidence. */
export function DrillList({ page, search, answersOf }: DrillListProps) {
  const { t } = useTranslation('charts')
  const { language } = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever chose a figure is led to what is behind it, by eye and by keyboard.
  useEffect(() => heading.current?.focus(), [])
  const { programme, colours } = page
  const unit = programme.units.find(({ id }) => id === search.unit)
  if (!unit) return null
  const project = programme.projects.find(({ id }) => id === search.project)
  const rows = (answersOf.get(unit.id) ?? [])
    .filter(({ projectId }) => project === undefined || projectId === project.id)
    .flatMap(({ indicatorId, isLead }) => {
      const promise = programme.indicators.find(({ id }) => id === indicatorId)
      const light = isLead
        ? page.subjects.find(({ scope, subjectId }) => scope === 'indicator' && subjectId === indicatorId)
        : page.shares.find((share) => share.indicatorId === indicatorId && share.unitId === unit.id)
      const no = programme.tasks.find(({ id }) => id === promise?.taskId)?.no ?? ''
      return promise && light ? [{ promise: { ...promise, no }, light, isLead }] : []
    })
    .toSorted(
      (a, b) =>
        Number(a.promise.closedOn !== null) - Number(b.promise.closedOn !== null) ||
        compareLagging(a.light, b.light),
    )
  return (
    <section className="drill" aria-labelledby="drill-title">
      <h2 id="drill-title" ref={heading} tabIndex={-1} lang="zh-CN">
        {t('drillTitle', {
          unit: unit.name,
          project: project ? `${project.no} ${project.name}` : t('allProjects'),
          count: rows.length,
        })}
      </h2>
      <ul className="desk-list">
        {rows.map(({ promise, light, isLead }) => (
          <li key={promise.id} className="desk-lit">
            <LightMark level={light.level} colour={colours[light.level]} />
            <span>
              <PromiseLink programmeId={programme.id} promise={promise} />
              <ClosedMark closedOn={promise.closedOn} />
              <span className="quiet">{lightSentence(light, colours[light.level], language)}</span>
              <span>
                <span className="quiet">{t(isLead ? 'leads' : 'carries')}</span>{' '}
                <Link
                  to="/programmes/$programmeId/ledgers/$indicatorId"
                  params={{ programmeId: programme.id, indicatorId: promise.id }}
                  search={isLead ? {} : { unit: unit.id }}
                >
                  {t('toLedger')}
                </Link>
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
