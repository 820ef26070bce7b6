import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftIndicator, DraftTask } from '../../../domain/programme/draft.ts'
import { CorrectionForm } from './correction-form.tsx'
import { formOf } from './forms.ts'
import { useFormDraft } from './form-drafts.ts'
import { useImportActions } from './import-actions.ts'
import { ReadingActions } from './reading-actions.tsx'
import { SentenceExcerpt } from './sentence-excerpt.tsx'
import { TargetFields } from './target-fields.tsx'
import { readTargetValues, valuesOf, type ReadValues } from './target-values.ts'

type EditFormProps = { indicator: DraftIndicator; task: DraftTask }

export function EditForm({ indicator, task }: EditFormProps) {
  const { t } = useTranslation('imports')
  const { importId } = useImportActions()
  const { values, set, forget, touched } = useFormDraft(
    importId,
    formOf.edit(indicator.key),
    valuesOf(indicator),
  )
  const [errors, setErrors] = useState<NonNullable<ReadValues['errors']>>({})
  return (
    <CorrectionForm
      title={t('formEdit')}
      touched={touched}
      forget={forget}
      read={() => {
        const read = readTargetValues(values)
        setErrors(read.errors ?? {})
        return read.errors
          ? undefined
          : { type: 'change-target', indicator: indicator.key, target: read.target }
      }}
      more={<ReadingActions indicator={indicator} task={task} within="form" />}
    >
      <SentenceExcerpt text={task.text} start={indicator.start} end={indicator.end} />
      <TargetFields
        values={values}
        errors={errors}
        onChange={set}
        focus={indicator.value === null ? 'object' : 'value'}
      />
    </CorrectionForm>
  )
}
