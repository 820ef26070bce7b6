import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Correction } from '../../../domain/programme/correction.ts'
import type { DraftIndicator, DraftTask } from '../../../domain/programme/draft.ts'
import { CorrectionForm } from './correction-form.tsx'
import { formOf } from './forms.ts'
import { useFormDraft } from './form-drafts.ts'
import { guessTarget, withoutEdges } from './guess-target.ts'
import { useImportActions } from './import-actions.ts'
import { SentenceField } from './sentence-field.tsx'
import { TargetFields } from './target-fields.tsx'
import { readTargetValues, valuesOf, type ReadValues, type TargetValues } from './target-values.ts'

type Part = { readonly start: number; readonly end: number; readonly values: TargetValues }
type SplitValues = { readonly parts: readonly Part[] }
type Errors = readonly NonNullable<ReadValues['errors']>[]

type SplitFormProps = { indicator: DraftIndicator; task: DraftTask }

export function SplitForm({ indicator, task }: SplitFormProps) {
  const { t } = useTranslation('imports')
  const { importId } = useImportActions()
  const draft = useFormDraft<SplitValues>(importId, formOf.split(indicator.key), { parts: [] })
  const [errors, setErrors] = useState<Errors>([])
  const [cutMissing, setCutMissing] = useState(false)
  const { parts } = draft.values
  const stretch = task.text.slice(indicator.start, indicator.end)

  function cut(from: number, to: number): void {
    const at = cutOf(from, to, stretch.length)
    if (at === undefined) return
    const cutParts = partsAt(task.text, indicator, indicator.start + at)
    if (cutParts.length < 2 || samePlaces(cutParts, parts)) return
    setCutMissing(false)
    setErrors([])
    draft.set({ parts: cutParts })
  }
  function read(): Correction | undefined {
    const results = parts.map((part) => readTargetValues(part.values))
    setErrors(results.map((result) => result.errors ?? {}))
    setCutMissing(parts.length === 0)
    const targets = results.flatMap((result) => (result.errors ? [] : [result.target]))
    if (parts.length === 0 || targets.length < parts.length) return undefined
    return {
      type: 'split',
      indicator: indicator.key,
      parts: parts.flatMap(({ start, end }, i) => {
        const target = targets[i]
        return target ? [{ key: `${indicator.key}.${i + 1}`, start, end, target }] : []
      }),
    }
  }

  return (
    <CorrectionForm
      title={t('formSplit')}
      saveLabel={t('saveSplit')}
      touched={draft.touched}
      forget={draft.forget}
      read={read}
    >
      <SentenceField label={t('splitWhere')} text={stretch} onSelect={cut} />
      {cutMissing && (
        <p className="dry-error" role="alert">
          {t('splitNeedsCut')}
        </p>
      )}
      {parts.map((part, i) => (
        <fieldset key={`${part.start}-${part.end}`}>
          <legend>
            {t('splitPart', { number: i + 1 })}
            <q lang="zh-CN">{task.text.slice(part.start, part.end)}</q>
          </legend>
          <TargetFields
            values={part.values}
            errors={errors[i] ?? {}}
            onChange={(values) =>
              draft.set({ parts: parts.map((other, j) => (j === i ? { ...other, values } : other)) })
            }
          />
        </fieldset>
      ))}
    </CorrectionForm>
  )
}

/** The caret, or of a selected stretch the end that lies inside, its beginning first; undefined at the very edges. */
function cutOf(from: number, to: number, length: number): number | undefined {
  return [from, to].find((offset) => offset > 0 && offset < length)
}

function partsAt(text: string, indicator: DraftIndicator, at: number): Part[] {
  const whole = valuesOf(indicator)
  return [
    [indicator.start, at],
    [at, indicator.end],
  ].flatMap(([from = 0, to = 0]) => {
    const { start, end } = withoutEdges(text, from, to)
    return start === end ? [] : [{ start, end, values: guessTarget(text.slice(start, end), whole) }]
  })
}

function samePlaces(a: readonly Part[], b: readonly Part[]): boolean {
  return a.length === b.length && a.every((part, i) => part.start === b[i]?.start && part.end === b[i].end)
}
