import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../contract/desk.ts'
import { useDates } from '../dates.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import { FoldedList } from './folded-list.tsx'

type Change = Desk['changes'][number]

/** What was done, the latest first; acts of one kind, unit and month are one line. */
export function ChangeList({ desk }: { desk: Desk }) {
  const { moment } = useDates()
  return (
    <FoldedList
      className="desk-changes"
      items={desk.changes}
      keyOf={({ action, unitId, month, step }) => [action, unitId, month, step].join(' ')}
      render={(change) => (
        <>
          <span>
            <ChangeLine change={change} programmeId={desk.programme.id} />
          </span>
          <time dateTime={change.at} className="quiet">
            {moment(change.at)}
          </time>
        </>
      )}
    />
  )
}

function ChangeLine({ change, programmeId }: { change: Change; programmeId: string }) {
  const { t } = useTranslation('desk')
  const words = useMonthWords()
  const { action, unit, unitId, month, step, promise, count } = change
  const said = t(`did_${action.replace('.', '-')}` as 'did_actual-submit', {
    unit: unit ?? '',
    month: month === null ? '' : words(month),
    step: step === null ? '' : t(`step_${step}`),
    count,
  })
  const params = { programmeId }
  const ofMonth = month === null ? {} : { month }
  const what = promise && <span lang="zh-CN"> {`“${promise.sentence}”`}</span>
  switch (action) {
    case 'actual.submit':
      return unitId === null ? (
        said
      ) : (
        <Link to="/programmes/$programmeId/sheets/$unitId" params={{ programmeId, unitId }} search={ofMonth}>
          {said}
        </Link>
      )
    case 'review.approve':
    case 'review.return':
      return (
        <Link to="/programmes/$programmeId/sheets" params={params} search={ofMonth}>
          {said}
        </Link>
      )
    case 'month.freeze':
      return (
        <Link to="/programmes/$programmeId/periods" params={params}>
          {said}
        </Link>
      )
    case 'programme.amend':
      return (
        <Link to="/programmes/$programmeId/amendments" params={params}>
          {said}
        </Link>
      )
    case 'entry.enter':
    case 'ledger.load':
    case 'suspicion.rule':
      return promise && unitId !== null ? (
        <Link
          to="/programmes/$programmeId/ledgers/$indicatorId"
          params={{ programmeId, indicatorId: promise.id }}
          search={{ unit: unitId }}
        >
          {said}
          {what}
        </Link>
      ) : (
        <Link
          to="/programmes/$programmeId/ledgers"
          params={params}
          search={unitId === null ? {} : { unit: unitId }}
        >
          {said}
        </Link>
      )
    default:
      return promise ? (
        <Link
          to="/programmes/$programmeId/plans/$indicatorId"
          params={{ programmeId, indicatorId: promise.id }}
        >
          {said}
          {what}
        </Link>
      ) : (
        <Link to="/programmes/$programmeId/plans" params={params}>
          {said}
        </Link>
      )
  }
}
