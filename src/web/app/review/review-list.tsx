import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellRow } from '../../../contract/reporting.ts'
import type { ReviewPageData } from '../../../contract/reviews.ts'
import type { Step } from '../../../domain/reporting/chain.ts'
import { doubtsOf, isClean } from './cell-doubts.ts'
import { DecisionBar } from './decision-bar.tsx'
import { ReviewRow } from './review-row.tsx'
import { useDecide } from './use-decide.ts'

type ReviewListProps = {
  data: ReviewPageData
  step: Step
  /** Only what is in doubt. */
  onlyDoubts: boolean
  onShow: (onlyDoubts: boolean) => void
}

const keyOf = ({ indicatorId, unitId }: CellRow) => `${indicatorId} ${unitId}`

/** The cells that wait, task by task; selected ones are decided together. */
export function ReviewList({ data, step, onlyDoubts, onShow }: ReviewListProps) {
  const { t } = useTranslation('review')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const clean = data.cells.filter((cell) => isClean(doubtsOf(cell, data.period)))
  const doubtful = data.cells.filter((cell) => !clean.includes(cell))
  // Where nothing is in doubt any more everything is shown again.
  const cells = onlyDoubts && doubtful.length > 0 ? doubtful : data.cells
  const chosen = cells.filter((cell) => selected.has(keyOf(cell)))
  const decide = useDecide(data, step, () => setSelected(new Set()))
  const select = (its: readonly CellRow[], on: boolean) =>
    setSelected((now) => {
      const keys = its.map(keyOf)
      return on ? new Set([...now, ...keys]) : new Set([...now].filter((key) => !keys.includes(key)))
    })
  const byTask = [...Map.groupBy(cells, ({ task }) => task.id)]
  return (
    <>
      <p className="review-tools">
        <span>{t('waiting', { count: data.cells.length })}</span>
        <button
          type="button"
          className="button"
          onClick={() => {
            // What is decided on is shown.
            onShow(false)
            setSelected(new Set(clean.map(keyOf)))
          }}
        >
          {t('selectClean', { count: clean.length })}
        </button>
        {doubtful.length > 0 && (
          <button
            type="button"
            className="button"
            aria-pressed={onlyDoubts}
            onClick={() => onShow(!onlyDoubts)}
          >
            {t('showDoubtful', { count: doubtful.length })}
          </button>
        )}
        <span className="quiet">{t('cleanMeans')}</span>
      </p>
      {byTask.map(([taskId, its]) => (
        <section key={taskId} aria-labelledby={`task-${taskId}`} className="review-task">
          <h2 id={`task-${taskId}`}>
            <span className="quiet">{its[0]?.task.no}</span> <span lang="zh-CN">{its[0]?.task.project}</span>
          </h2>
          <ul>
            {its.map((cell) => (
              <ReviewRow
                key={keyOf(cell)}
                cell={cell}
                period={data.period}
                programmeId={data.programme.id}
                selected={selected.has(keyOf(cell))}
                onSelect={(on) => select([cell], on)}
              />
            ))}
          </ul>
        </section>
      ))}
      <DecisionBar chosen={chosen} decide={decide} />
    </>
  )
}
