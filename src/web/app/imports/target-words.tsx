import { useTranslation } from 'react-i18next'
import type { Target } from '../../../domain/programme/target.ts'
import { useDates } from '../dates.ts'
import { useFigureWords } from '../indicator/target-words.ts'

/** What is promised, in words: the document's own, with the figure standing out. */
export function TargetWords({ target }: { target: Target }) {
  const { comparator, figure } = useFigureWords()(target)
  return (
    <>
      <span lang="zh-CN" className="dry-object">
        {target.action}
        {target.object}
      </span>
      {figure !== '' && (
        <span className="dry-figure">
          {' '}
          {comparator} <b>{figure}</b>
          {target.unit !== null && <span lang="zh-CN">{target.unit === '%' ? '%' : ` ${target.unit}`}</span>}
        </span>
      )}
    </>
  )
}

/** Kind, ledger and deadline in one quiet line. */
export function useTargetFacts(): (target: Target) => string {
  const { t } = useTranslation('imports')
  const { t: value } = useTranslation('values')
  const { day } = useDates()
  return (target) =>
    [
      value(`kind_${target.kind}`),
      t(`ledger_${target.ledger}`),
      ...(target.deadline === null ? [] : [t('byDate', { date: day(target.deadline) })]),
    ].join(' · ')
}
