import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { grouped } from '../../../domain/values/figures.ts'
import { RecordTable, type Column } from '../../ui/record-table.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { useFigureWords } from '../indicator/target-words.ts'
import { narrowScreen } from '../screens.ts'
import { isUnsettled, shareState, type SharedPromise, type SharesPage } from './share-state.ts'

type SharesTableProps = { page: SharesPage; programmeId: string }

/** Each promise beside what each district takes on of it, the sum, and the difference in words. */
export function SharesTable({ page, programmeId }: SharesTableProps) {
  const { t } = useTranslation('shares')
  const { only } = useSearch({ from: '/programmes/$programmeId/shares' })
  const navigate = useNavigate()
  // Stacked, the districts that take nothing on would be nothing but dashes.
  const narrow = useMediaQuery(narrowScreen)
  const unsettled = page.promises.filter(isUnsettled)
  const rows = only === 'differences' ? unsettled : page.promises
  const district = ({ unitId, unit }: SharesPage['districts'][number]): Column<SharedPromise> => ({
    heading: unit,
    cell: (promise) => <DistrictShare promise={promise} unitId={unitId} />,
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
            ...(narrow ? [{ heading: t('takenOn'), cell: takenOnCell }] : page.districts.map(district)),
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
const takenOnCell = (promise: SharedPromise) => <TakenOn promise={promise} />
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

function DistrictShare({ promise, unitId }: { promise: SharedPromise; unitId: string }) {
  const share = promise.shares.find((each) => each.unitId === unitId)
  return share ? <ShareLink share={share} /> : <span className="quiet">—</span>
}

/** All that districts take on of a promise, in one place. */
function TakenOn({ promise: { shares } }: { promise: SharedPromise }) {
  if (shares.length === 0) return <span className="quiet">—</span>
  return (
    <ul className="shares-taken">
      {shares.map((share) => (
        <li key={share.unitId}>
          <span lang="zh-CN">{share.unit}</span> <ShareLink share={share} />
        </li>
      ))}
    </ul>
  )
}

/** What a district takes on, leading to it in the district's own table. */
function ShareLink({
  share: { programmeId, indicatorId, value },
}: {
  share: SharedPromise['shares'][number]
}) {
  const { t } = useTranslation('shares')
  return (
    <Link to="/programmes/$programmeId/indicators/$indicatorId" params={{ programmeId, indicatorId }}>
      {value === null ? t('listed') : grouped(value)}
    </Link>
  )
}

function Difference({ promise }: { promise: SharedPromise }) {
  const { t } = useTranslation('shares')
  const { state, by } = shareState(promise)
  return (
    <span className={by !== null ? 'shares-differs' : state === 'nobody' ? undefined : 'quiet'}>
      {t(`state_${state}`, { by: by === null ? '' : grouped(by), unit: promise.target.unit ?? '' })}
    </span>
  )
}
