import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AcceptanceListData, AcceptedPromise } from '../../../contract/acceptance.ts'
import { acceptanceStates } from '../../../domain/acceptance/acceptance.ts'
import { Notice } from '../../ui/notice.tsx'
import { RecordTable } from '../../ui/record-table.tsx'
import { useDates } from '../dates.ts'
import { LightMark } from '../lights/light-mark.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { useMayDo } from '../session.tsx'
import { acceptancesQuery } from './acceptance-queries.ts'
import type { AcceptanceSearch } from './acceptance-search.ts'
import { checkSummary } from './check-summary.ts'
import { SampleRuleForm } from './sample-rule-form.tsx'
import '../lights/lights.css'
import './acceptance.css'

/** Every promise by where its acceptance stands. */
export function AcceptancePage() {
  const { t } = useTranslation('acceptance')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/acceptance' })
  const search = useSearch({ from: '/programmes/$programmeId/acceptance' })
  const list = useQuery(acceptancesQuery(programmeId))
  const mayCarryOver = useMayDo()('carry-over.prepare')
  usePageTitle(list.data && t('pageTitle', { title: list.data.programme.title }))
  if (!list.data) return <ProgrammeOutcome programmeId={programmeId} heading={t('title')} query={list} />
  const page = list.data
  const ofUnit = page.promises.filter(
    ({ leadUnitId }) => search.unit === undefined || leadUnitId === search.unit,
  )
  const shown = ofUnit.filter(fits(search.state))
  return (
    <ProgrammeFrame programme={page.programme} className="acceptance" heading={t('title')}>
      <p className="quiet">{t('lead')}</p>
      {mayCarryOver && (
        <p>
          <Link to="/programmes/$programmeId/carry-over" params={{ programmeId: page.programme.id }}>
            {t('carryOver')}
          </Link>
        </p>
      )}
      <Filters page={page} promises={ofUnit} search={search} />
      {shown.length === 0 ? (
        <Notice tone="empty" title={t(search.state === undefined ? 'nothingTitle' : 'noneTitle')}>
          {t(search.state === undefined ? 'nothingBody' : 'noneBody')}
        </Notice>
      ) : (
        page.projects.map((project) => (
          <ProjectTable
            key={project.id}
            heading={`${project.no} ${project.name}`}
            promises={shown.filter(({ projectId }) => projectId === project.id)}
            page={page}
          />
        ))
      )}
      <SampleRuleForm programmeId={page.programme.id} rules={page.rules} />
    </ProgrammeFrame>
  )
}

/** Without a choice, what somebody has to do something about. */
function fits(asked: AcceptanceSearch['state']): (promise: AcceptedPromise) => boolean {
  if (asked === 'all') return () => true
  if (asked !== undefined) return ({ state }) => state === asked
  return ({ state }) => state !== 'under-way' && state !== 'closed'
}

type FiltersProps = {
  page: AcceptanceListData
  promises: readonly AcceptedPromise[]
  search: AcceptanceSearch
}

function Filters({ page, promises, search }: FiltersProps) {
  const { t } = useTranslation('acceptance')
  const leading = new Set(page.promises.map(({ leadUnitId }) => leadUnitId))
  return (
    <>
      <div className="light-filters">
        <ul aria-label={t('states')}>
          <li>
            <FilterLink search={{ ...search, state: undefined }} current={search.state === undefined}>
              {t('toDo', { count: promises.filter(fits(undefined)).length })}
            </FilterLink>
          </li>
          {acceptanceStates.map((state) => {
            const count = promises.filter((promise) => promise.state === state).length
            return (
              (count > 0 || search.state === state) && (
                <li key={state}>
                  <FilterLink search={{ ...search, state }} current={search.state === state}>
                    {t(`state_${state}`)} {count}
                  </FilterLink>
                </li>
              )
            )
          })}
          <li>
            <FilterLink search={{ ...search, state: 'all' }} current={search.state === 'all'}>
              {t('all', { count: promises.length })}
            </FilterLink>
          </li>
        </ul>
      </div>
      <details className="acceptance-units" open={search.unit !== undefined}>
        <summary>{t('byUnit')}</summary>
        <ul aria-label={t('byUnit')} lang="zh-CN">
          <li>
            <FilterLink search={{ ...search, unit: undefined }} current={search.unit === undefined}>
              {t('allUnits')}
            </FilterLink>
          </li>
          {page.units
            .filter(({ id }) => leading.has(id))
            .map(({ id, name }) => (
              <li key={id}>
                <FilterLink search={{ ...search, unit: id }} current={search.unit === id}>
                  {name}
                </FilterLink>
              </li>
            ))}
        </ul>
      </details>
    </>
  )
}

type FilterLinkProps = { search: AcceptanceSearch; current: boolean; children: React.ReactNode }

function FilterLink({ search, current, children }: FilterLinkProps) {
  return (
    <Link
      to="."
      search={search}
      resetScroll={false}
      activeOptions={{ exact: true }}
      aria-current={current ? 'true' : undefined}
    >
      {children}
    </Link>
  )
}

type ProjectTableProps = {
  heading: string
  promises: readonly AcceptedPromise[]
  page: AcceptanceListData
}

function ProjectTable({ heading, promises, page }: ProjectTableProps) {
  const { t } = useTranslation('acceptance')
  const { day } = useDates()
  const unitName = new Map(page.units.map(({ id, name }) => [id, name]))
  if (promises.length === 0) return null
  return (
    <section className="acceptance-group" aria-label={heading}>
      <h2 lang="zh-CN">{heading}</h2>
      <RecordTable
        caption={heading}
        rows={promises}
        keyOf={({ id }) => id}
        columns={[
          {
            heading: t('state'),
            cell: ({ state, decidedAt }) => (
              <>
                {t(`state_${state}`)}
                {decidedAt !== null && <span className="acceptance-when">{day(decidedAt)}</span>}
              </>
            ),
          },
          {
            heading: t('promise'),
            names: true,
            cell: ({ id, taskNo, sentence }) => (
              <Link
                to="/programmes/$programmeId/acceptance/$indicatorId"
                params={{ programmeId: page.programme.id, indicatorId: id }}
                className="light-promise"
                lang="zh-CN"
              >
                {taskNo} {sentence}
              </Link>
            ),
          },
          {
            heading: t('light'),
            cell: ({ light }) => <LightMark level={light.level} colour={light.colour} />,
          },
          { heading: t('checks'), cell: (promise) => <CheckSummary promise={promise} /> },
          {
            heading: t('leadUnit'),
            cell: ({ leadUnitId }) => (
              <span lang="zh-CN">{leadUnitId === null ? '' : unitName.get(leadUnitId)}</span>
            ),
          },
        ]}
      />
    </section>
  )
}

/** What was accepted is past its checks. */
function CheckSummary({ promise: { state, checks } }: { promise: AcceptedPromise }) {
  const { t } = useTranslation('acceptance')
  if (state === 'accepted' || state === 'closed') return null
  const failed = checkSummary(checks)
  if (failed.length === 0) return <span className="quiet">{t('checksPassed')}</span>
  return <>{t('checksFailed', { checks: failed.map((code) => t(`check_${code}`)).join(t('separator')) })}</>
}
