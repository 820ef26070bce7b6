import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { needsLook, type DraftIndicator, type DraftTask } from '../../../domain/programme/draft.ts'
import { EditForm } from './edit-form.tsx'
import { formOf } from './forms.ts'
import { useImportActions } from './import-actions.ts'
import { ReadingActions } from './reading-actions.tsx'
import { SentenceExcerpt } from './sentence-excerpt.tsx'
import { SplitForm } from './split-form.tsx'
import { TargetWords, useTargetFacts } from './target-words.tsx'

type ReadingRowProps = {
  indicator: DraftIndicator
  task: DraftTask
  /** The form that is open in this row's task, if any. */
  form: string | null
}

/** One promise as it was read. */
export const ReadingRow = memo(function ReadingRow({ indicator, task, form }: ReadingRowProps) {
  const { key } = indicator
  if (form === formOf.edit(key) || form === formOf.split(key))
    return (
      <li className="dry-row dry-row-open" data-light={key} data-reading={key}>
        {form === formOf.edit(key) ? (
          <EditForm indicator={indicator} task={task} />
        ) : (
          <SplitForm indicator={indicator} task={task} />
        )}
      </li>
    )
  return <ClosedRow indicator={indicator} task={task} />
})

function ClosedRow({ indicator, task }: Omit<ReadingRowProps, 'form'>) {
  const { t } = useTranslation('imports')
  const { readOnly, showInSource } = useImportActions()
  const factsOf = useTargetFacts()
  const doubtful = needsLook(indicator)
  return (
    <li
      className={doubtful ? 'dry-row dry-row-doubtful' : 'dry-row'}
      data-light={indicator.key}
      data-reading={indicator.key}
    >
      <div className="dry-row-head">
        <button
          type="button"
          className="dry-words"
          data-words=""
          data-stop=""
          tabIndex={-1}
          onClick={() => showInSource(indicator.key)}
        >
          <TargetWords target={indicator} />
        </button>
        <Sureness indicator={indicator} />
      </div>
      {doubtful && (
        <>
          <SentenceExcerpt text={task.text} start={indicator.start} end={indicator.end} />
          <p className="dry-doubts">
            {indicator.doubts.length === 0
              ? t('doubtByConfidence')
              : indicator.doubts.map((doubt) => t(`doubt_${doubt}`)).join(t('listSemicolon'))}
          </p>
        </>
      )}
      <div className="dry-facts">
        {factsOf(indicator)}
        {!readOnly && <ReadingActions indicator={indicator} task={task} within="row" />}
      </div>
    </li>
  )
}

/** How sure the reading is, in words: a percentage would claim more than it knows. */
function Sureness({ indicator }: { indicator: DraftIndicator }) {
  const { t } = useTranslation('imports')
  if (needsLook(indicator))
    return <span className="dry-sureness dry-sureness-doubtful">{t('doubtfulWord')}</span>
  const words = {
    read: t('sure'),
    confirmed: t('originConfirmed'),
    corrected: t('originCorrected'),
    added: t('originAdded'),
  } as const satisfies Record<DraftIndicator['origin'], string>
  return <span className="dry-sureness">{words[indicator.origin]}</span>
}
