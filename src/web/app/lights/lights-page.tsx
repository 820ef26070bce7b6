import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProgrammeLightsData } from '../../../contract/lights.ts'
import { lightSentence } from '../../../domain/light/light-sentence.ts'
import { Notice } from '../../ui/notice.tsx'
import { useLanguage } from '../language.ts'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { MonthSwitch } from '../reporting/month-switch.tsx'
import { arrangeLights, filterOf, litPromises } from './arrange-lights.ts'
import { lightsQuery } from './light-queries.ts'
import { lightFilters, lightViews, type LightsSearch } from './lights-search.ts'
import { LightMark } from './light-mark.tsx'
import { LightGroupTable } from './light-group-table.tsx'
import '../reporting/reporting.css'
import './lights.css'

/** Where every promise stands at the end of a month, with the sentence that says why. */
export function LightsPage() {
  const { t } = useTranslation('lights')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/lights' })
  const search = useSearch({ from: '/programmes/$programmeId/lights' })
  const lights = useQuery(lightsQuery(programmeId, search.month))
  usePageTitle(lights.data && t('pageTitle', { title: lights.data.programme.title }))
  if (!lights.data) return <ProgrammeOutcome programmeId={programmeId} heading={t('title')} query={lights} />
  const page = lights.data
  const groups = arrangeLights(page, search.view ?? 'project', search.level)
  return (
    <ProgrammeFrame programme={page.programme} className="lights" heading={t('title')}>
      <div className="reporting-bar">
        <MonthSwitch programmeId={programmeId} month={page.month} />
        <Link to="/programmes/$programmeId/light-rules" params={{ programmeId }}>
          {page.rulesNo === 0 ? t('rulesOwn') : t('rulesNo', { no: page.rulesNo })}
        </Link>
      </div>
      <Whole page={page} />
      <Levels page={page} search={search} />
      {groups.length === 0 && (
        <Notice tone="empty" title={t('noneTitle')}>
          {t('noneBody')}
        </Notice>
      )}
      {groups.map((group) => (
        <LightGroupTable key={group.key} group={group} page={page} view={search.view ?? 'project'} />
      ))}
    </ProgrammeFrame>
  )
}

function Whole({ page }: { page: ProgrammeLightsData }) {
  const { language } = useLanguage()
  const whole = page.subjects.find(({ scope }) => scope === 'programme')
  if (!whole) return null
  const colour = page.colours[whole.level]
  return (
    <p className="light-whole">
      <LightMark level={whole.level} colour={colour} /> {lightSentence(whole, colour, language)}
    </p>
  )
}

/** How many of each level, each a way to see only those; and by what the table is cut. */
function Levels({ page, search }: { page: ProgrammeLightsData; search: LightsSearch }) {
  const { t } = useTranslation('lights')
  const promises = litPromises(page)
  return (
    <div className="light-filters">
      <ul aria-label={t('levels')}>
        <li>
          <FilterLink search={{ ...search, level: undefined }} current={search.level === undefined}>
            {t('all', { count: promises.length })}
          </FilterLink>
        </li>
        {lightFilters.map((level) => {
          const count = promises.filter((lit) => filterOf(lit) === level).length
          return (
            count > 0 && (
              <li key={level}>
                <FilterLink search={{ ...search, level }} current={search.level === level}>
                  {level === 'closed' ? (
                    t('closedCount', { count })
                  ) : (
                    <>
                      <LightMark level={level} colour={page.colours[level]} /> {count}
                    </>
                  )}
                </FilterLink>
              </li>
            )
          )
        })}
      </ul>
      <ul aria-label={t('views')}>
        {lightViews.map((view) => (
          <li key={view}>
            <FilterLink
              search={{ ...search, view: view === 'project' ? undefined : view }}
              current={(search.view ?? 'project') === view}
            >
              {t(`view_${view}`)}
            </FilterLink>
          </li>
        ))}
      </ul>
    </div>
  )
}

type FilterLinkProps = { search: LightsSearch; current: boolean; children: React.ReactNode }

function FilterLink({ search, current, children }: FilterLinkProps) {
  return (
    <Link
      to="."
      search={search}
      resetScroll={false}
      activeOptions={{ exact: true }}
      {...(current ? { 'aria-current': 'true' as const } : { 'aria-current': undefined })}
    >
      {children}
    </Link>
  )
}
