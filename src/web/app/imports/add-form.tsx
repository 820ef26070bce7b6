import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Correction } from '../../../domain/programme/correction.ts'
import type { DraftTask } from '../../../domain/programme/draft.ts'
import { addedFrom, type AddedValues } from './added-values.ts'
import { CorrectionForm } from './correction-form.tsx'
import { formOf } from './forms.ts'
import { useFormDraft } from './form-drafts.ts'
import { useImportActions } from './import-actions.ts'
import { SentenceField } from './sentence-field.tsx'
import { TargetFields } from './target-fields.tsx'
import { readTargetValues, type ReadValues } from './target-values.ts'

const nothing: AddedValues = { stretch: null }

export function AddForm({ task }: { task: DraftTask }) {
  const { t } = useTranslation('imports')
  const { importId, nextSeq } = useImportActions()
  const draft = useFormDraft<AddedValues>(importId, formOf.add(task.key), nothing)
  const [errors, setErrors] = useState<NonNullable<ReadValues['errors']>>({})
  const [stretchMissing, setStretchMissing] = useState(false)
  const { stretch } = draft.values

  function choose(from: number, to: number): void {
    const added = addedFrom(task, from, to)
    if (!added.stretch || (stretch?.start === added.stretch.start && stretch.end === added.stretch.end))
      return
    setStretchMissing(false)
    setErrors({})
    draft.set(added)
  }
  function read(): Correction | undefined {
    setStretchMissing(!stretch)
    if (!stretch) return undefined
    const result = readTargetValues(stretch.values)
    setErrors(result.errors ?? {})
    if (result.errors) return undefined
    const { start, end } = stretch
    // The number of the correction makes the key one that no other reading has.
    return {
      type: 'add-target',
      task: task.key,
      key: `${task.key}+${nextSeq()}`,
      start,
      end,
      target: result.target,
    }
  }

  return (
    <CorrectionForm
      title={t('formAdd')}
      touched={draft.touched}
      prefilled={draft.values.prefilled ?? false}
      forget={draft.forget}
      read={read}
    >
      <SentenceField label={t('addWhere')} text={task.text} onSelect={choose} />
      {stretchMissing && (
        <p className="dry-error" role="alert">
          {t('addNeedsStretch')}
        </p>
      )}
      {stretch && (
        <>
          <p className="dry-excerpt" lang="zh-CN">
            {t('addChosen', { text: task.text.slice(stretch.start, stretch.end) })}
          </p>
          <TargetFields
            values={stretch.values}
            errors={errors}
            onChange={(values) => draft.set({ stretch: { ...stretch, values } })}
          />
        </>
      )}
    </CorrectionForm>
  )
}
