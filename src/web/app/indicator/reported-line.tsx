import { useTranslation } from 'react-i18next'
import type { IndicatorRow } from '../../../contract/programmes.ts'
import { progressPercent } from '../../../domain/reported-figure.ts'
import { quantityWords } from '../reporting/quantity-words.ts'
import { useMonthWords } from '../reporting/month-words.ts'

/** How far: the figure every step approved, of which month, from where, and who has not reported. */
export function ReportedLine({ promise }: { promise: IndicatorRow }) {
  const { t } = useTranslation('reporting')
  const words = useMonthWords()
  const { reported } = promise
  if (reported === null) return null
  const percent = progressPercent(promise, reported.figure)
  const said = { month: words(reported.month), origin: t(`origin_${reported.origin}`) }
  return (
    <p className="panel-reported">
      <strong>{quantityWords(reported.figure)}</strong> <span lang="zh-CN">{promise.unit}</span>
      {percent !== null && <span> · {`${percent}%`}</span>}
      <span className="quiet">
        {t('reportedOf', said)}
        {reported.current < reported.units &&
          t('reportedMissing', { count: reported.units - reported.current })}
      </span>
    </p>
  )
}
