import { useTranslation } from 'react-i18next'
import type { DraftReport, DraftTask } from '../../../domain/draft.ts'
import { grouped } from '../../ui/figures.ts'

/** The figures of a result that clearly belong to a promise, each with its promise and what that aims at. */
export function ResultFigures({ task, report }: { task: DraftTask; report: DraftReport }) {
  const { t } = useTranslation('imports')
  // A promise may have been split, merged or dismissed since; its figure then stands in the words only.
  const figures = report.values.flatMap(({ indicator: key, value }) => {
    const promise = task.indicators.find((indicator) => indicator.key === key)
    return promise ? [{ promise, value }] : []
  })
  if (figures.length === 0) return null
  return (
    <ul className="dry-figures" aria-label={t('resultFor')}>
      {figures.map(({ promise, value }) => (
        <li key={promise.key} data-light={promise.key}>
          <span lang="zh-CN">
            {promise.action}
            {promise.object}
          </span>{' '}
          <b>{grouped(value)}</b>
          {promise.value !== null && ` / ${grouped(promise.value)}`}
          {promise.unit !== null && <span lang="zh-CN"> {promise.unit}</span>}
        </li>
      ))}
    </ul>
  )
}
