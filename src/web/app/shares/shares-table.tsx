import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { grouped } from '../../ui/figures.ts'
import { RecordTable, type Column } from '../../ui/record-table.tsx'
import { useFigureWords } from '../indicator/target-words.ts'
import { isUnsettled, shareState, type SharedPromise, type SharesPage } from './share-state.ts'

type SharesTableProps = { page: SharesPage; programmeId: string }

/** Each promise beside what each district takes on of it, the sum, and the difference in words. */
export function SharesTable({ page, programmeId }: SharesTableProps) {
  const { t } = useTranslation('shares')
  const { only } = useSearch({ from: '/programmes/$programmeId/shares' })
  const navigate = useNavigate()
  const unsettled = page.promises.filter(isUnsettled)
  const rows = only === 'differences' ? unsettled : page.promises
  const district = ({ unitId, unit }: SharesPage['districts'][number]): Column<SharedPromise> => ({
    heading: unit,
    cell: (promise) => <DistrictShares promise={promise} unitId={unitId} />,
  })
  return (
    <>
      <p className="shares-bar">
        <button
          type="button"
          className="button"
          aria-pressed={only === 'differences'}
          onClick={() =>
            void navigate({
              to: '.',
              search: { only: only === 'differences' ? undefined : 'differences' },
              replace: true,
              resetScroll: false,
            })
          }
        >
          {t('onlyDifferences', { count: unsettled.length })}
        </button>
        <span className="quiet">{t('counts', countStates(page))}</span>
      </p>
      {rows.length === 0 && <p>{t('noDifference')}</p>}
      {rows.length > 0 && (
        <RecordTable
          caption={t('title')}
          rows={rows}
          keyOf={({ indicatorId }) => indicatorId}
          columns={[
            {
              heading: t('promise'),
              cell: (promise) => <Promised promise={promise} programmeId={programmeId} />,
            },
            { heading: t('target'), cell: targetCell },
            ...page.districts.map(district),
            { heading: t('sum'), cell: sumCell },
            { heading: t('difference'), cell: differenceCell },
          ]}
        />
      )}
    </>
  )
}

function countStates({ promises }: SharesPage) {
  const count = (state: string) => promises.filter((each) => shareState(each).state === state).length
  return { even: count('even'), short: count('short'), over: count('over'), nobody: count('nobody') }
}

type PromisedProps = { promise: SharedPromise; programmeId: string }

function Promised({ promise: { indicatorId, taskNo, target }, programmeId }: PromisedProps) {
  return (
    <span className="shares-promise">
      <span className="quiet">{taskNo}</span>
      <Link
        to="/programmes/$programmeId/indicators/$indicatorId"
        params={{ programmeId, indicatorId }}
        lang="zh-CN"
      >
        {target.action}
        {target.object}
      </Link>
    </span>
  )
}

const targetCell = (promise: SharedPromise) => <TargetFigure promise={promise} />
const sumCell = ({ sum }: SharedPromise) => (sum === null ? '—' : grouped(sum))
const differenceCell = (promise: SharedPromise) => <Difference promise={promise} />

function TargetFigure({ promise: { target } }: { promise: SharedPromise }) {
  const { t } = useTranslation('shares')
  const { comparator, figure } = useFigureWords()(target)
  if (figure === '') return <span className="quiet">{t('noFigure')}</span>
  return (
    <>
      {comparator} {figure} <span lang="zh-CN">{target.unit}</span>
    </>
  )
}

/** What a district takes on, leading to it in the district's own table. */
function DistrictShares({ promise, unitId }: { promise: SharedPromise; unitId: string }) {
  const { t } = useTranslation('shares')
  const own = promise.shares.filter((share) => share.unitId === unitId)
  if (own.length === 0) return <span className="quiet">—</span>
  return own.map(({ indicatorId, programmeId, value }) => (
    <Link
      key={indicatorId}
      to="/programmes/$programmeId/indicators/$indicatorId"
      params={{ programmeId, indicatorId }}
    >
      {value === null ? t('listed') : grouped(value)}
    </Link>
  ))
}

function Difference({ promise }: { promise: SharedPromise }) {
  const { t } = useTranslation('shares')
  const { state, by } = shareState(promise)
  return (
    <span className={isUnsettled(promise) ? 'shares-unsettled' : 'quiet'}>
      {t(`state_${state}`, { by: by === null ? '' : grouped(by), unit: promise.target.unit ?? '' })}
    </span>
  )
}
