import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { candidatesOf } from '../../../domain/plan/plan-candidates.ts'
import { defaultUnits, splitTarget } from '../../../domain/plan/plan-default.ts'
import { Notice } from '../../ui/notice.tsx'
import { SheetGrid } from '../../ui/sheet-grid.tsx'
import { promiseWords } from '../indicator/target-words.ts'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { programmeQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { SemanticsAccount } from '../semantics/semantics-account.tsx'
import { useMayDo, useSession } from '../session.tsx'
import { frameOf, ownLeadUnits, promisesOf } from './find-task.ts'
import { usePlanColumns, usePlanSums } from './plan-columns.ts'
import { PlanEditor } from './plan-editor.tsx'
import { readSheet, sheetOf, type PlanSheet, type SheetFrame } from './plan-sheet.ts'
import { planOverviewQuery, planVersionsQuery } from './plan-queries.ts'
import { PlanVersions } from './plan-versions.tsx'
import { SumLine } from './sum-line.tsx'
import './plans.css'

/** One promise split over units and months: a sheet for those who lead it, the plan in force for everybody else. */
export function PlanPage() {
  const { t } = useTranslation('plans')
  const { programmeId, indicatorId } = useParams({ from: '/programmes/$programmeId/plans/$indicatorId' })
  const programme = useQuery(programmeQuery(programmeId))
  const overview = useQuery(planOverviewQuery(programmeId))
  const versions = useQuery(planVersionsQuery(programmeId, indicatorId))
  const session = useSession()
  const mayDo = useMayDo()
  const found = programme.data && promisesOf(programme.data).find(({ promise }) => promise.id === indicatorId)
  usePageTitle(found && t('planTitle', { promise: promiseWords(found.promise) }))
  const made = useMemo(() => {
    if (!programme.data || !overview.data || !versions.data || !found) return undefined
    const frame = frameOf(programme.data, found)
    const candidates = candidatesOf(found.task, overview.data.units, overview.data.memberships)
    const [lead] = ownLeadUnits(found.task, session)
    const [latest] = versions.data
    const choice = { basis: 'number', baseName: null, weights: null, curve: 'linear' } as const
    const units = lead === undefined ? [] : defaultUnits(found.promise, candidates, lead)
    const start = sheetOf(latest ?? splitTarget(found.promise, units, choice, frame.months, frame.deadline))
    return { frame, candidates, lead, start, latest }
  }, [programme.data, overview.data, versions.data, found, session])
  if (!programme.data || !overview.data || !versions.data || !session)
    return (
      <div className="page">
        <QueryOutcome
          query={[programme, overview, versions].find(({ isError }) => isError) ?? versions}
          level={1}
        />
      </div>
    )
  if (!found || !made)
    return (
      <div className="page">
        <Notice tone="failure" level={1} title={t('noPromiseTitle')}>
          {t('noPromiseBody')}
        </Notice>
      </div>
    )
  const { frame, candidates, start } = made
  return (
    <ProgrammeFrame programme={programme.data} className="plan-page" heading={t('planHeading')}>
      <p className="plan-sentence" lang="zh-CN">
        <span className="quiet">{found.task.no}</span> {found.task.text.slice(0, found.promise.start)}
        <mark>{found.task.text.slice(found.promise.start, found.promise.end)}</mark>
        {found.task.text.slice(found.promise.end)}
      </p>
      <p className="plan-back">
        <Link to="/programmes/$programmeId/plans" params={{ programmeId }}>
          {t('toOverview')}
        </Link>
        <NextPromise programmeId={programmeId} indicatorId={indicatorId} />
      </p>
      {made.lead === undefined ? (
        <PlanInForce
          frame={frame}
          sheet={made.latest && start}
          label={promiseWords(found.promise)}
          names={candidates}
        />
      ) : (
        <PlanEditor
          key={indicatorId}
          programmeId={programmeId}
          indicatorId={found.promise.id}
          frame={frame}
          versions={versions.data}
          start={start}
          candidates={candidates}
          bases={overview.data.bases}
          label={promiseWords(found.promise)}
        />
      )}
      {found.promise.kind !== 'milestone' && (
        <SemanticsAccount
          key={`semantics ${indicatorId}`}
          programmeId={programmeId}
          indicatorId={indicatorId}
          mayDeclare={mayDo('review.office') || made.lead !== undefined}
        />
      )}
      <PlanVersions versions={versions.data} />
    </ProgrammeFrame>
  )
}

/** The next promise of one’s own that is not split yet. */
function NextPromise({ programmeId, indicatorId }: { programmeId: string; indicatorId: string }) {
  const { t } = useTranslation('plans')
  const session = useSession()
  const { data: programme } = useQuery(programmeQuery(programmeId))
  if (!programme) return null
  const own = promisesOf(programme).filter(({ task }) => ownLeadUnits(task, session).length > 0)
  const at = own.findIndex(({ promise }) => promise.id === indicatorId)
  const next = [...own.slice(at + 1), ...own.slice(0, Math.max(at, 0))].find(
    ({ promise }) => promise.level === 'to-plan',
  )
  if (!next) return null
  return (
    <Link
      to="/programmes/$programmeId/plans/$indicatorId"
      params={{ programmeId, indicatorId: next.promise.id }}
    >
      {t('nextToPlan', { promise: promiseWords(next.promise) })}
    </Link>
  )
}

type PlanInForceProps = {
  readonly frame: SheetFrame
  readonly sheet: PlanSheet | undefined
  readonly label: string
  readonly names: readonly { readonly unitId: string; readonly name: string }[]
}

function PlanInForce({ frame, sheet, label, names }: PlanInForceProps) {
  const { t } = useTranslation('plans')
  const columnsOf = usePlanColumns()
  const sumsOf = usePlanSums()
  if (!sheet)
    return (
      <Notice tone="empty" title={t('notSplitTitle')}>
        {t('notSplitBody')}
      </Notice>
    )
  const columns = columnsOf(sheet, frame).map((column, index) => ({
    ...column,
    heading: column.heading || (sheet.stageNames[index] ?? ''),
  }))
  const { body } = readSheet(sheet, frame)
  return (
    <>
      <SumLine target={frame.target} shares={body.shares} />
      <SheetGrid
        label={label}
        readOnly
        rowHeading={t('unit')}
        columns={columns}
        rows={sheet.rows.map(({ unitId }) => ({
          key: unitId,
          heading: names.find((one) => one.unitId === unitId)?.name ?? '',
        }))}
        valueOf={(row, at) => sheet.rows[row]?.cells[columns[at]?.key ?? ''] ?? ''}
        footer={sumsOf(body, columns, frame)}
        onEdit={ignoreEdits}
      />
    </>
  )
}

function ignoreEdits(): void {
  // Only those who lead the task change its plan.
}
