import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CellRow } from '../../../contract/reporting.ts'
import type { ReviewPageData } from '../../../contract/reviews.ts'
import { tallied } from '../../../domain/reporting/actual.ts'
import { subtract, type Decimal } from '../../../domain/values/decimal.ts'
import { grouped } from '../../../domain/values/figures.ts'
import { CellEvidence } from './cell-evidence.tsx'
import { promiseWords } from '../indicator/target-words.ts'
import { CellHistory, hasHistory } from '../reporting/cell-history.tsx'
import { quantityWords, rateWords, shareWords } from '../reporting/quantity-words.ts'
import { doubtsOf } from './cell-doubts.ts'

type ReviewRowProps = {
  cell: CellRow
  period: ReviewPageData['period']
  programmeId: string
  selected: boolean
  onSelect: (on: boolean) => void
}

/** What one unit states: the figure, its difference to last month and to the plan, what looks odd, and the words. */
export function ReviewRow({ cell, period, programmeId, selected, onSelect }: ReviewRowProps) {
  const { t } = useTranslation('review')
  const { t: r } = useTranslation('reporting')
  const [latest] = cell.versions
  const stated = cell.standing?.stated ?? null
  const doubts = doubtsOf(cell, period)
  const done =
    stated && cell.share && cell.share.denominator === null
      ? shareWords(stated.value, cell.share.value)
      : rateWords(stated)
  return (
    <li className="review-row">
      <label className="review-check">
        <input type="checkbox" checked={selected} onChange={(event) => onSelect(event.target.checked)} />
        <span className="visually-hidden">
          {t('select', { unit: cell.unit, promise: promiseWords(cell.target) })}
        </span>
      </label>
      <div className="review-what">
        <p>
          <strong lang="zh-CN">{cell.unit}</strong>{' '}
          <Link
            to="/programmes/$programmeId/indicators/$indicatorId"
            params={{ programmeId, indicatorId: cell.indicatorId }}
            lang="zh-CN"
          >
            {cell.sentence}
          </Link>
        </p>
        {(['narrative', 'problem', 'nextStep', 'lateReason', 'correctionReason'] as const).map((field) =>
          latest?.[field] == null ? null : (
            <p key={field} className="long-text">
              {field !== 'narrative' && <span className="quiet">{r(`field_${field}`)} </span>}
              {latest[field]}
            </p>
          ),
        )}
        <Doubts cell={cell} doubts={doubts} />
        {(cell.evidence > 0 || cell.suspicions.length > 0) && (
          <CellEvidence
            proven={{ programmeId, indicatorId: cell.indicatorId, unitId: cell.unitId, month: period.month }}
            suspicions={cell.suspicions}
          />
        )}
        {hasHistory(cell) && <CellHistory cell={cell} />}
      </div>
      <dl className="review-figures">
        <div>
          <dt>{t('stated')}</dt>
          <dd>
            <strong>{latest?.stage ?? quantityWords(stated)}</strong>{' '}
            {done && <span className="quiet">{done}</span>}
            <span className="quiet">{latest && r(`origin_${latest.origin}`)}</span>
          </dd>
        </div>
        <div>
          <dt>{t('sinceBefore')}</dt>
          <dd>{differenceWords(stated, cell.before?.level ?? null)}</dd>
        </div>
        <div>
          <dt>{t('againstPlan')}</dt>
          <dd className={doubts.behind ? 'behind' : undefined}>{differenceWords(stated, cell.plan)}</dd>
        </div>
      </dl>
    </li>
  )
}

type Figure = { readonly value: Decimal; readonly denominator: Decimal | null } | null

/** "+12", "-3"; a dash where either is missing or they are not of one kind. */
function differenceWords(now: Figure, then: Figure): string {
  if (!now || !then || (now.denominator === null) !== (then.denominator === null)) return '—'
  const difference = subtract(now.value, then.value)
  return difference.startsWith('-') || difference === '0' ? grouped(difference) : `+${grouped(difference)}`
}

function Doubts({ cell, doubts }: { cell: CellRow; doubts: ReturnType<typeof doubtsOf> }) {
  const { t } = useTranslation('review')
  const words = [
    ...(doubts.suspicions > 0 ? [t('doubt_suspicions', { count: doubts.suspicions })] : []),
    ...(doubts.behind ? [t('doubt_behind')] : []),
    ...(doubts.differs
      ? [
          t('doubt_differs', {
            figure: cell.tally?.stage ?? quantityWords(tallied(cell)),
          }),
        ]
      : []),
    ...(doubts.corrects ? [t('doubt_corrects')] : []),
    ...(doubts.late ? [t('doubt_late')] : []),
  ]
  return (
    <p className="review-doubts">
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
      <span className="quiet">{t('evidence', { count: cell.evidence })}</span>
    </p>
  )
}
