import { useTranslation } from 'react-i18next'
import type { PlanVersionRow } from '../../../contract/plans.ts'
import type { Decimal } from '../../../domain/decimal.ts'
import type { UnitId } from '../../../domain/ids.ts'
import type { PlanBody } from '../../../domain/plan.ts'
import { grouped } from '../../ui/figures.ts'

type PlanConflictProps = {
  readonly latest: PlanVersionRow
  readonly mine: PlanBody
  readonly nameOf: ReadonlyMap<UnitId, string>
  readonly onTakeLatest: () => void
  readonly onKeepMine: () => void
}

/** Somebody else submitted first: what is different, and whose to go on with. */
export function PlanConflict({ latest, mine, nameOf, onTakeLatest, onKeepMine }: PlanConflictProps) {
  const { t } = useTranslation('plans')
  const units = new Set([...latest.shares, ...mine.shares].map(({ unitId }) => unitId))
  const rows = [...units].flatMap((unitId) => {
    const theirs = latest.shares.find((share) => share.unitId === unitId)
    const own = mine.shares.find((share) => share.unitId === unitId)
    const same = theirs && own && monthsOf(theirs) === monthsOf(own) && theirs.value === own.value
    return same ? [] : [{ unitId, theirs, own }]
  })
  return (
    <section className="plan-conflict" role="alert" aria-label={t('conflictTitle')}>
      <h2>{t('conflictTitle')}</h2>
      <p>{t('conflictBody', { version: latest.version, by: latest.draftedBy })}</p>
      {rows.length > 0 && (
        <table className="record-table">
          <thead>
            <tr>
              <th scope="col">{t('unit')}</th>
              <th scope="col">{t('theirs')}</th>
              <th scope="col">{t('mine')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unitId, theirs, own }) => (
              <tr key={unitId}>
                <th scope="row" lang="zh-CN">
                  {theirs?.unit ?? nameOf.get(unitId)}
                </th>
                <td>{theirs ? figure(theirs.value) : t('notListed')}</td>
                <td>
                  {own ? figure(own.value) : t('notListed')}
                  {theirs && own && theirs.value === own.value && ` ${t('otherMonths')}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="plan-actions">
        <button type="button" className="button" onClick={onKeepMine}>
          {t('keepMine')}
        </button>
        <button type="button" className="button" onClick={onTakeLatest}>
          {t('takeLatest')}
        </button>
      </p>
    </section>
  )
}

const figure = (value: Decimal | null) => (value === null ? '—' : grouped(value))

function monthsOf({ points, stages }: Pick<PlanBody['shares'][number], 'points' | 'stages'>): string {
  return [
    ...points.map(({ month, value }) => `${month}=${value}`),
    ...stages.map(({ dueOn }) => dueOn),
  ].join()
}
