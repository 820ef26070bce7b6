import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { programmeQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { useMayDo, useSession } from '../session.tsx'
import { BulkSplit } from './bulk-split.tsx'
import { ConsentQueue } from './consent-queue.tsx'
import { ownLeadUnits, promisesOf } from './find-task.ts'
import { PlanFiles } from './plan-files.tsx'
import { PlanList } from './plan-list.tsx'
import { planOverviewQuery } from './plan-queries.ts'
import { PlansFilter } from './plans-filter.tsx'
import { fitsSearch, stateOf, type PlansSearch } from './plans-search.ts'
import './plans.css'

/** Every promise with the state of its plan: what is to be split, signed for, consented to. */
export function PlansPage() {
  const { t } = useTranslation('plans')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/plans' })
  const search = useSearch({ from: '/programmes/$programmeId/plans' })
  const navigate = useNavigate()
  const programme = useQuery(programmeQuery(programmeId))
  const overview = useQuery(planOverviewQuery(programmeId))
  const session = useSession()
  const mayDo = useMayDo()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [splitting, setSplitting] = useState<readonly string[] | null>(null)
  const [done, setDone] = useState<number | null>(null)
  usePageTitle(programme.data && t('plansTitle', { title: programme.data.title }))
  const promises = useMemo(() => (programme.data ? promisesOf(programme.data) : []), [programme.data])
  if (!programme.data || !overview.data)
    return (
      <div className="page">
        <QueryOutcome query={programme.isError ? programme : overview} level={1} />
      </div>
    )
  const planOf = new Map(overview.data.plans.map((plan) => [plan.indicatorId, plan]))
  const isOwn = (one: (typeof promises)[number]) => ownLeadUnits(one.task, session).length > 0
  const own = promises.filter(isOwn)
  const inScope = own.length > 0 && search.whose !== 'all' ? own : promises
  const shown = inScope.filter((one) => fitsSearch(one, planOf.get(one.promise.id), search))
  const toSplit = shown
    .filter((one) => isOwn(one) && !planOf.has(one.promise.id))
    .map(({ promise }) => promise.id)
  const selected = toSplit.filter((id) => chosen.includes(id))
  const change = (changed: { [Key in keyof PlansSearch]?: PlansSearch[Key] | undefined }) =>
    void navigate({ to: '.', search: { ...search, ...changed }, replace: true, resetScroll: false })
  return (
    <ProgrammeFrame programme={programme.data} className="plans-page" heading={t('plansHeading')}>
      {mayDo('plan.consent') && <ConsentQueue programme={programme.data} overview={overview.data} />}
      {splitting ? (
        <BulkSplit
          programme={programme.data}
          overview={overview.data}
          ids={splitting}
          onDone={(count) => {
            setDone(count)
            setSplitting(null)
            setChosen([])
          }}
          onCancel={() => setSplitting(null)}
        />
      ) : (
        <>
          {done !== null && <output className="plan-done">{t('bulkDone', { count: done })}</output>}
          <PlansFilter
            programme={programme.data}
            search={search}
            onChange={change}
            hasOwn={own.length > 0}
            counts={Map.groupBy(inScope, (one) => stateOf(planOf.get(one.promise.id)))}
          />
          {own.length > 0 && toSplit.length > 0 && (
            <p className="plan-actions">
              <button
                type="button"
                className="button button-primary"
                disabled={selected.length === 0}
                onClick={() => {
                  setDone(null)
                  setSplitting(selected)
                }}
              >
                {t('splitSelected', { count: selected.length })}
              </button>
              <button
                type="button"
                className="button"
                onClick={() => setChosen(selected.length === toSplit.length ? [] : toSplit)}
              >
                {selected.length === toSplit.length
                  ? t('selectNone')
                  : t('selectAll', { count: toSplit.length })}
              </button>
            </p>
          )}
          {mayDo('plan.draft') && own.length > 0 && <PlanFiles programmeId={programmeId} promises={own} />}
          {shown.length === 0 ? (
            <Notice
              tone="empty"
              title={t('nothingTitle')}
              action={
                <button
                  type="button"
                  className="button"
                  onClick={() => change({ state: undefined, unit: undefined, q: undefined, whose: 'all' })}
                >
                  {t('showAll')}
                </button>
              }
            >
              {t('nothingBody')}
            </Notice>
          ) : (
            <PlanList
              programmeId={programmeId}
              promises={shown}
              planOf={planOf}
              selectable={toSplit}
              chosen={chosen}
              onChoose={setChosen}
            />
          )}
        </>
      )}
    </ProgrammeFrame>
  )
}
