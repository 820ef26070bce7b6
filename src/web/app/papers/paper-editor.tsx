import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { savePaper, type PaperPage } from '../../../contract/papers.ts'
import { longestPaper, type PaperText } from '../../../domain/papers/paper.ts'
import { call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'

/** What is typed and not saved, with the version it was changed from; kept in the browser. */
export type KeptText = { readonly version: number; readonly text: PaperText }

type PaperEditorProps = {
  programmeId: string
  paper: PaperPage
  kept: KeptText | undefined
  keep: (kept: KeptText | undefined) => void
}

/** The words of a draft. Nothing typed is lost: it is kept at every stroke, and a later version never replaces it. */
export function PaperEditor({ programmeId, paper, kept, keep }: PaperEditorProps) {
  const { t } = useTranslation('papers')
  const sentenceOf = useFailureSentence()
  const client = useQueryClient()
  const text = kept?.text ?? paper.text
  const { mutate, isPending, error, isSuccess } = useMutation({
    // Whoever sees what came between and saves all the same, saves after it.
    mutationFn: () =>
      call(savePaper, { params: { paperId: paper.id }, body: { version: paper.version, text } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['programmes', programmeId, 'papers'] })
      keep(undefined)
    },
    onError: () => client.invalidateQueries({ queryKey: ['programmes', programmeId, 'papers'] }),
  })
  const change = (field: keyof PaperText, value: string) =>
    keep({ version: kept?.version ?? paper.version, text: { ...text, [field]: value } })
  return (
    <form
      className="paper-editor"
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      <h2>{t('editTitle')}</h2>
      {kept !== undefined && kept.version < paper.version && (
        <p role="alert" className="fault">
          {t('overtaken', { by: paper.savedBy, version: paper.version })}
        </p>
      )}
      <Field name="title" text={text} change={change} required />
      <Field name="addressee" text={text} change={change} />
      <BodyField text={text} change={change} />
      <Field name="issuer" text={text} change={change} required />
      <Field name="copies" text={text} change={change} />
      {error !== null && (
        <p role="alert" className="fault">
          {sentenceOf(error)}
        </p>
      )}
      <p className="paper-save">
        <button type="submit" className="button button-primary" disabled={kept === undefined || isPending}>
          {t('save', { version: paper.version + 1 })}
        </button>
        {kept !== undefined && (
          <button type="button" className="quiet-button" onClick={() => keep(undefined)}>
            {t('discard')}
          </button>
        )}
        <output className="quiet">{kept !== undefined ? t('unsaved') : isSuccess && t('saved')}</output>
      </p>
    </form>
  )
}

type FieldProps = {
  name: Exclude<keyof PaperText, 'body'>
  text: PaperText
  change: (field: keyof PaperText, value: string) => void
  required?: boolean
}

function Field({ name, text, change, required = false }: FieldProps) {
  const { t } = useTranslation('papers')
  return (
    <label>
      <span>{t(`field_${name}`)}</span>
      <input
        lang="zh-CN"
        required={required}
        maxLength={longestPaper[name]}
        value={text[name]}
        onChange={(event) => change(name, event.target.value)}
      />
    </label>
  )
}

function BodyField({ text, change }: Pick<FieldProps, 'text' | 'change'>) {
  const { t } = useTranslation('papers')
  const id = useId()
  return (
    <div className="paper-body-field">
      <label htmlFor={id}>{t('field_body')}</label>
      <textarea
        id={id}
        lang="zh-CN"
        rows={16}
        aria-describedby={`${id}-hint`}
        maxLength={longestPaper.body}
        value={text.body}
        onChange={(event) => change('body', event.target.value)}
      />
      <p id={`${id}-hint`} className="quiet">
        {t('bodyHint')}
      </p>
    </div>
  )
}
