import { useTranslation } from 'react-i18next'
import type { Target } from '../../../domain/programme/target.ts'
import { useDates } from '../dates.ts'
import { promiseWords, useFigureWords } from '../indicator/target-words.ts'
import './target-change.css'

type TargetChangeProps = { before: Target | null; after: Target | null }

/** What a promise was and is, in the document's words: the figure old → new, and below it whatever else changed. */
export function TargetChange({ before, after }: TargetChangeProps) {
  if (before && after) return <Changed before={before} after={after} />
  if (after) return <ins lang="zh-CN">{promiseWords(after)}</ins>
  return before && <del lang="zh-CN">{promiseWords(before)}</del>
}

function Changed({ before, after }: { before: Target; after: Target }) {
  const others = useOtherChanges()(before, after)
  return (
    <>
      <p className="target-change">
        <span lang="zh-CN">
          {after.action}
          {after.object}
        </span>{' '}
        <FigureChange before={before} after={after} />
      </p>
      {others.map((sentence) => (
        <p key={sentence} className="quiet">
          {sentence}
        </p>
      ))}
    </>
  )
}

function FigureChange({ before, after }: { before: Target; after: Target }) {
  const { t } = useTranslation('indicator')
  const wordsOf = useFigureWords()
  const was = wordsOf(before)
  const is = wordsOf(after)
  if (was.figure === '' && is.figure === '') return null
  const unit = unitAfterFigure(after.unit)
  const alike = was.comparator === is.comparator && before.unit === after.unit
  if (alike && was.figure === is.figure)
    return (
      <span className="target-change-figure">
        {is.comparator} {is.figure}
        {unit}
      </span>
    )
  if (alike)
    return (
      <span className="target-change-figure">
        {is.comparator} <del>{was.figure}</del> → <ins>{is.figure}</ins>
        {unit}
      </span>
    )
  const whole = ({ comparator, figure }: typeof was, target: Target) =>
    figure === '' ? t('noFigure') : `${comparator} ${figure}${unitAfterFigure(target.unit)}`.trim()
  return (
    <span className="target-change-figure">
      <del>{whole(was, before)}</del> → <ins>{whole(is, after)}</ins>
    </span>
  )
}

function unitAfterFigure(unit: string | null): string {
  return unit === null || unit === '%' ? (unit ?? '') : ` ${unit}`
}

/** A sentence for each thing that changed besides the figure. */
function useOtherChanges(): (before: Target, after: Target) => string[] {
  const { t } = useTranslation('secondReading')
  const { t: field } = useTranslation('imports')
  const { t: value } = useTranslation('values')
  const { day } = useDates()
  const dayOf = (target: Target) => (target.deadline === null ? t('notStated') : day(target.deadline))
  return (before, after) => {
    const told = (name: string, was: string, is: string) =>
      was === is ? [] : [t('fieldChange', { field: name, before: was, after: is })]
    return [
      ...told(t('wording'), `${before.action}${before.object}`, `${after.action}${after.object}`),
      ...told(field('field_deadline'), dayOf(before), dayOf(after)),
      ...told(field('field_kind'), value(`kind_${before.kind}`), value(`kind_${after.kind}`)),
      ...told(field('field_ledger'), field(`ledger_${before.ledger}`), field(`ledger_${after.ledger}`)),
    ]
  }
}
