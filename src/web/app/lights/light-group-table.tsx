import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProgrammeLightsData } from '../../../contract/lights.ts'
import { levelWords, lightSentence } from '../../../domain/light/light-sentence.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { useLanguage } from '../language.ts'
import type { LightGroup, LitPromise } from './arrange-lights.ts'
import { isLagging } from '../../../domain/light/light-level.ts'
import { SuperviseLink } from '../orders/supervise-link.tsx'
import { ClosedMark } from './closed-mark.tsx'
import { LightMark } from './light-mark.tsx'
import type { LightView } from './lights-search.ts'

type LightGroupTableProps = { group: LightGroup; page: ProgrammeLightsData; view: LightView }

/** One project, unit or leader: its own light, and under it its promises, the worst first. */
export function LightGroupTable({ group, page, view }: LightGroupTableProps) {
  const { t } = useTranslation('lights')
  const { language } = useLanguage()
  const unitName = new Map(page.programme.units.map(({ id, name }) => [id, name]))
  const { light } = group
  return (
    <section className="light-group" aria-label={group.heading}>
      <h2>
        <span lang="zh-CN">{group.heading}</span>
        {light && <LightMark level={light.level} colour={page.colours[light.level]} />}
      </h2>
      {light && <p className="quiet">{lightSentence(light, page.colours[light.level], language)}</p>}
      <RecordTable
        caption={group.heading}
        rows={group.promises}
        keyOf={({ promise }) => promise.id}
        columns={[
          {
            heading: t('light'),
            cell: (lit: LitPromise) => (
              <>
                <LightMark level={lit.light.level} colour={page.colours[lit.light.level]} />
                <ClosedMark closedOn={lit.promise.closedOn} />
              </>
            ),
          },
          {
            heading: t('promise'),
            names: true,
            cell: ({ promise, task }: LitPromise) => (
              <Link
                to="/programmes/$programmeId/indicators/$indicatorId"
                params={{ programmeId: page.programme.id, indicatorId: promise.id }}
                className="light-promise"
                lang="zh-CN"
              >
                {task.no} {promise.sentence}
              </Link>
            ),
          },
          { heading: t('why'), cell: (lit: LitPromise) => <Why lit={lit} page={page} /> },
          ...(view === 'unit'
            ? []
            : [
                {
                  heading: t('leadUnit'),
                  cell: ({ promise }: LitPromise) => (
                    <span lang="zh-CN">
                      {promise.leadUnitId === null ? '' : (unitName.get(promise.leadUnitId) ?? '')}
                    </span>
                  ),
                },
              ]),
        ]}
      />
    </section>
  )
}

/** The sentence as of now, and what was published where that is another level. */
function Why({ lit: { promise, light, published }, page }: { lit: LitPromise; page: ProgrammeLightsData }) {
  const { t } = useTranslation('lights')
  const { language } = useLanguage()
  return (
    <>
      {lightSentence(light, page.colours[light.level], language)}
      {promise.closedOn === null && isLagging(light.level) && (
        <SuperviseLink programmeId={page.programme.id} indicatorId={promise.id} month={page.month} />
      )}
      {published && published.level !== light.level && (
        <span className="light-published">
          {t('publishedAs', { level: levelWords[published.level][language] })}
        </span>
      )}
    </>
  )
}
